-- The keys with which mailers make unsubscribe links themselves. A secret is not kept: it follows from the serial, the
-- purpose, the brand and our own key of this version.
CREATE TABLE mailer_key (
    serial       integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key_version  integer     NOT NULL CHECK (key_version BETWEEN 1 AND 255),
    system       text        NOT NULL,
    purpose      text        NOT NULL,
    brand        text        NOT NULL,
    issued_at    timestamptz NOT NULL,
    issued_by    text        NOT NULL
);

COMMENT ON COLUMN mailer_key.issued_by IS 'The operator''s account at the identity provider';

-- How much of its budget for checks by raw address a client has in use: whoever could ask without end could try every
-- address there is.
CREATE TABLE check_budget (
    client      text        PRIMARY KEY,
    used_until  timestamptz NOT NULL
);
