-- What lets people sign in: secrets of this one installation, which no copy and no backup takes along. Moments are seconds since 1970.
CREATE TABLE account_credential (
    org text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    password_hash text NOT NULL,
    code_secret text NOT NULL,
    last_step bigint NOT NULL,
    recovery_codes text NOT NULL,
    PRIMARY KEY (org, person)
);

CREATE TABLE account_session (
    org text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    browser text NOT NULL,
    started_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    idle_until bigint NOT NULL,
    ends_at bigint NOT NULL,
    PRIMARY KEY (org, digest)
);

CREATE TABLE account_link (
    org text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (org, digest)
);

ALTER TABLE account_credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_credential FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON account_credential USING (org = current_setting('quarterdeck.organisation', true));
ALTER TABLE account_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_session FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON account_session USING (org = current_setting('quarterdeck.organisation', true));
ALTER TABLE account_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_link FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON account_link USING (org = current_setting('quarterdeck.organisation', true));

-- People sign in, sign out and leave by the program's own role.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quarterdeck_program') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON account_credential, account_session, account_link TO quarterdeck_program;
    END IF;
END
$$;
