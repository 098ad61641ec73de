-- What was tried, by references that only the counters key can make. It names nobody and outlives an erasure, so that nobody
-- starts afresh by asking to be forgotten; rows are forgotten after thirty days (retention rule fraud-counters).
CREATE TABLE attempt (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    what           text        NOT NULL CHECK (what IN ('REQUEST', 'VERIFICATION', 'FAILED_VERIFICATION', 'DISPOSABLE_MAILBOX')),
    origin         text,
    contact_point  text,
    customer       text,
    at             timestamptz NOT NULL
);

CREATE INDEX attempt_by_origin        ON attempt (origin, what, at DESC)        WHERE origin IS NOT NULL;
CREATE INDEX attempt_by_contact_point ON attempt (contact_point, what, at DESC) WHERE contact_point IS NOT NULL;
CREATE INDEX attempt_by_customer      ON attempt (customer, what, at DESC)      WHERE customer IS NOT NULL;
CREATE INDEX attempt_by_age           ON attempt (at);

-- One verdict for each thing that was screened. Whom it was about is needed to tell that person, and to forget them.
CREATE TABLE screening (
    id                text        PRIMARY KEY,
    version           bigint      NOT NULL CHECK (version > 0),
    screened          text        NOT NULL CHECK (screened IN ('REQUEST', 'VERIFICATION')),
    customer_id       text        COLLATE "C",
    contact_ref       text        COLLATE "C",
    signals           jsonb       NOT NULL,
    source            text,
    rule_set_version  text        NOT NULL,
    rules_verdict     text        NOT NULL CHECK (rules_verdict IN ('ALLOW', 'REVIEW', 'DENY')),
    reasons           jsonb       NOT NULL,
    screened_at       timestamptz NOT NULL,
    human_verdict     text        CHECK (human_verdict IN ('ALLOW', 'DENY')),
    human_reason      bytea,
    decided_by        text,
    decided_at        timestamptz,
    CHECK (num_nonnulls(human_verdict, decided_at) IN (0, 2))
);

CREATE INDEX screening_by_customer ON screening (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX screening_by_contact  ON screening (contact_ref) WHERE contact_ref IS NOT NULL;
CREATE INDEX screening_by_time     ON screening (screened_at, id);
-- What waits for a person.
CREATE INDEX screening_open        ON screening (screened_at, id)
    WHERE screened = 'REQUEST' AND rules_verdict <> 'ALLOW' AND human_verdict IS NULL;

COMMENT ON COLUMN screening.signals IS 'Counts and facts that were looked at; no address, no name';
COMMENT ON COLUMN screening.human_reason IS 'Encrypted: people write what they know about others';
