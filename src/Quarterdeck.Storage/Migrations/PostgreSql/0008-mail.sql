-- What people are to be told, and the mails it is told in. Like secrets these are of this one installation: whoever restores a backup sends no mail
-- anew. Moments are seconds since 1970.
CREATE TABLE mail (
    org text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    made_at bigint NOT NULL,
    tries bigint NOT NULL,
    next_try_at bigint NOT NULL,
    sent_at bigint,
    problem text NOT NULL,
    PRIMARY KEY (org, id)
);

CREATE TABLE mail_notice (
    org text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    step text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    noted_at bigint NOT NULL,
    mail text COLLATE "C" NOT NULL,
    PRIMARY KEY (org, person, item, step, version)
);

ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON mail USING (org = current_setting('quarterdeck.organisation', true));
ALTER TABLE mail_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON mail_notice USING (org = current_setting('quarterdeck.organisation', true));

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quarterdeck_program') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON mail, mail_notice TO quarterdeck_program;
    END IF;
END
$$;
