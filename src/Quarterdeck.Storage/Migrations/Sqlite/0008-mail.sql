-- What people are to be told, and the mails it is told in. Like secrets these are of this one installation: whoever restores a backup sends no mail
-- anew. Moments are seconds since 1970.
CREATE TABLE mail (
    org TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    next_try_at INTEGER NOT NULL,
    sent_at INTEGER,
    problem TEXT NOT NULL,
    PRIMARY KEY (org, id)
);

CREATE TABLE mail_notice (
    org TEXT NOT NULL,
    person TEXT NOT NULL,
    item TEXT NOT NULL,
    step TEXT NOT NULL,
    version INTEGER NOT NULL,
    noted_at INTEGER NOT NULL,
    mail TEXT NOT NULL,
    PRIMARY KEY (org, person, item, step, version)
);
