-- What lets people sign in: secrets of this one installation, which no copy and no backup takes along. Moments are seconds since 1970.
CREATE TABLE account_credential (
    org TEXT NOT NULL,
    person TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    code_secret TEXT NOT NULL,
    last_step INTEGER NOT NULL,
    recovery_codes TEXT NOT NULL,
    PRIMARY KEY (org, person)
);

CREATE TABLE account_session (
    org TEXT NOT NULL,
    digest TEXT NOT NULL,
    person TEXT NOT NULL,
    browser TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    idle_until INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    PRIMARY KEY (org, digest)
);

CREATE TABLE account_link (
    org TEXT NOT NULL,
    digest TEXT NOT NULL,
    person TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (org, digest)
);
