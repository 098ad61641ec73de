-- A schema of its own, left out of the ordinary backup (pg_dump --exclude-schema=subject_keys): a restore must not bring
-- a destroyed key back. Its own dumps live 7 days.
CREATE SCHEMA subject_keys;

CREATE TABLE subject_keys.subject_key (
    id               uuid        PRIMARY KEY,
    subject          text        NOT NULL,
    retention_class  text        NOT NULL,
    wrapping_version integer     NOT NULL,
    wrapped_key      bytea,
    created_at       timestamptz NOT NULL,
    destroyed_at     timestamptz,
    certificate_hash text,
    CONSTRAINT destroyed_and_certified CHECK (
        (wrapped_key IS NULL) = (destroyed_at IS NOT NULL) AND (wrapped_key IS NULL) = (certificate_hash IS NOT NULL))
    -- A destroyed key's old row version goes with the next vacuum, so it does not wait for a fifth of the table.
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);

CREATE UNIQUE INDEX one_live_key ON subject_keys.subject_key (subject, retention_class) WHERE wrapped_key IS NOT NULL;
CREATE INDEX keys_of_subject ON subject_keys.subject_key (subject);
CREATE INDEX keys_to_rewrap ON subject_keys.subject_key (wrapping_version) WHERE wrapped_key IS NOT NULL;
