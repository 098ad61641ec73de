-- What requests-service has asked of this service. Whom it is about is forgotten with the answer.
CREATE TABLE subject_task (
    task_id         text        PRIMARY KEY,
    request_id      text        NOT NULL,
    version         bigint      NOT NULL,
    task            bytea,
    received_at     timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    conclusion      text,
    concluded_at    timestamptz,
    CHECK ((conclusion IS NULL) = (concluded_at IS NULL)),
    CHECK ((conclusion IS NULL) = (task IS NOT NULL))
);
CREATE INDEX subject_task_due ON subject_task (next_attempt_at) WHERE conclusion IS NULL;
CREATE INDEX subject_task_concluded ON subject_task (concluded_at) WHERE concluded_at IS NOT NULL;

-- Whom this database has seen erased, as a keyed hash that names nobody, and up to where it agrees with the ledger.
CREATE TABLE erased_subject (
    subject_ref  text        PRIMARY KEY,
    erased_at    timestamptz NOT NULL,
    confirmed_at timestamptz
);

-- How far the ledger of erasures was read: a restored database reads again what it has not seen.
CREATE TABLE erasure_position (
    ledger_partition integer PRIMARY KEY,
    next_offset      bigint  NOT NULL
);
