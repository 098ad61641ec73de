-- What somebody has asked of their data. Whose data it is: the customer's, else the contact point's.
CREATE TABLE request (
    id                uuid        PRIMARY KEY,
    customer_id       text,
    contact_ref       text,
    verification_id   text        UNIQUE,
    asked_for         text        NOT NULL CHECK (asked_for IN ('ACCESS', 'ERASURE')),
    channel           text        NOT NULL CHECK (channel IN ('SIGNED_IN', 'GUEST')),
    regime            text        NOT NULL,
    place             text        NOT NULL,
    status            text        NOT NULL,
    version           bigint      NOT NULL CHECK (version > 0),
    received_at       timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    due_date          date        NOT NULL,
    derivation        jsonb       NOT NULL,
    tracking_key_hash bytea,
    planned_at        timestamptz,
    answered_at       timestamptz,
    closed_at         timestamptz,
    CHECK (channel = 'SIGNED_IN' OR verification_id IS NOT NULL),
    CHECK (channel = 'GUEST' OR customer_id IS NOT NULL)
);

COMMENT ON COLUMN request.derivation IS 'How the due date follows from recorded facts: inputs, rules, calendar, steps';
COMMENT ON COLUMN request.tracking_key_hash IS 'SHA-256 of what a guest sees the request with';

-- The law asks for one answer; whoever asks again while it is being prepared is told of the same request.
CREATE UNIQUE INDEX request_one_open ON request (customer_id, asked_for)
    WHERE channel = 'SIGNED_IN' AND status NOT IN ('ANSWERED', 'REFUSED', 'LAPSED', 'WITHDRAWN');
CREATE INDEX request_of_customer ON request (customer_id, received_at);
CREATE INDEX request_of_contact_point ON request (contact_ref);
CREATE INDEX request_waiting_for_somebody ON request (changed_at)
    WHERE status IN ('AWAITING_VERIFICATION', 'AWAITING_SIGN_IN');
CREATE INDEX request_unplanned ON request (changed_at) WHERE status = 'FULFILLING' AND planned_at IS NULL;

-- One row for each step. Rows are only ever added.
CREATE TABLE request_history (
    request_id  uuid        NOT NULL REFERENCES request,
    version     bigint      NOT NULL,
    event       text        NOT NULL,
    from_status text,
    to_status   text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (request_id, version)
);

-- How verifications ended, as identity-service has told, whether their request is known yet or not.
CREATE TABLE verification (
    id           text        PRIMARY KEY,
    version      bigint      NOT NULL,
    purpose      text        NOT NULL,
    outcome      text        NOT NULL,
    contact_ref  text        NOT NULL,
    request_id   text,
    customer_ids text[]      NOT NULL,
    receipt      text,
    concluded_at timestamptz NOT NULL
);
CREATE INDEX verification_of_contact_point ON verification (contact_ref);

-- What is to be screened. The address it came from is encrypted with the request's key, and gone once it was looked at.
CREATE TABLE screening (
    request_id      uuid        PRIMARY KEY REFERENCES request,
    ip_address      bytea,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    screened_at     timestamptz,
    reasons         jsonb
);
CREATE INDEX screening_due ON screening (next_attempt_at) WHERE screened_at IS NULL;

-- How screenings ended, as fraud-check-service has told, whether their request is known yet or not.
CREATE TABLE verdict (
    screening_id     text        NOT NULL,
    version          bigint      NOT NULL,
    verdict          text        NOT NULL,
    decided_by       text        NOT NULL,
    rule_set_version text        NOT NULL,
    rules            text[]      NOT NULL,
    decided_at       timestamptz NOT NULL,
    PRIMARY KEY (screening_id, version)
);

-- Mails to the person who asked. The text is encrypted with the request's key, and gone once the mail is accepted.
CREATE TABLE notice (
    id              uuid        PRIMARY KEY,
    request_id      uuid        NOT NULL REFERENCES request,
    kind            text        NOT NULL,
    mail            bytea,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'ACCEPTED', 'UNDELIVERABLE')),
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    settled_at      timestamptz,
    UNIQUE (request_id, kind)
);
CREATE INDEX notice_due ON notice (next_attempt_at) WHERE state = 'QUEUED';
