-- The finished files of a publication, each distinct content once and compressed with Brotli. The digest is SHA-256 of the bytes before
-- compression, in hexadecimal digits. A file whose content is not there was erased.
CREATE TABLE publication_file (
    org TEXT NOT NULL,
    publication TEXT NOT NULL,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (org, publication, name)
);

CREATE TABLE file_content (
    org TEXT NOT NULL,
    digest TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (org, digest)
);

-- The keys that protect cookies and forms of the site: secrets of this one installation, which no copy and no backup takes along.
CREATE TABLE data_protection_key (
    org TEXT NOT NULL,
    id TEXT NOT NULL,
    xml TEXT NOT NULL,
    PRIMARY KEY (org, id)
);
