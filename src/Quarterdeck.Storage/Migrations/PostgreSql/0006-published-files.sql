-- The finished files of a publication, each distinct content once and compressed with Brotli. The digest is SHA-256 of the bytes before
-- compression, in hexadecimal digits. A file whose content is not there was erased.
CREATE TABLE publication_file (
    org text COLLATE "C" NOT NULL,
    publication text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    format text NOT NULL,
    digest text NOT NULL,
    PRIMARY KEY (org, publication, name)
);

CREATE TABLE file_content (
    org text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (org, digest)
);

-- The keys that protect cookies and forms of the site: secrets of this one installation, which no copy and no backup takes along.
CREATE TABLE data_protection_key (
    org text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    xml text NOT NULL,
    PRIMARY KEY (org, id)
);

-- The bytes are compressed already.
ALTER TABLE file_content ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE publication_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE publication_file FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON publication_file USING (org = current_setting('quarterdeck.organisation', true));
ALTER TABLE file_content ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_content FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON file_content USING (org = current_setting('quarterdeck.organisation', true));
ALTER TABLE data_protection_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_protection_key FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON data_protection_key USING (org = current_setting('quarterdeck.organisation', true));

-- The program's own role adds files and keys; erasing the content of a file is the owner's, as all erasing is.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quarterdeck_program') THEN
        GRANT SELECT, INSERT ON publication_file, file_content, data_protection_key TO quarterdeck_program;
    END IF;
END
$$;
