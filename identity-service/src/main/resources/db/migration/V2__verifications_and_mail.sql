-- An attempt to prove control of a contact point. The address is encrypted with a key of its own (subject v:<id>), which
-- is destroyed as soon as nobody may be written to there any more.
CREATE TABLE verification (
    id                 uuid        PRIMARY KEY,
    version            bigint      NOT NULL CHECK (version > 0),
    purpose            text        NOT NULL CHECK (purpose IN ('ACCESS_REQUEST', 'ERASURE_REQUEST', 'PACKAGE_DOWNLOAD')),
    request_id         text,
    kind               text        NOT NULL CHECK (kind IN ('EMAIL')),
    contact_ref        text        NOT NULL,
    value              bytea,
    -- Where the caller was; encrypted, and gone when the screening is over.
    origin             bytea,
    started_at         timestamptz NOT NULL,
    expires_at         timestamptz NOT NULL,
    -- The code: only a keyed hash of it, and none before it is sent.
    code_round         integer     NOT NULL DEFAULT 1,
    code_key           integer,
    code_mac           bytea,
    looks              integer     NOT NULL DEFAULT 0 CHECK (looks BETWEEN 0 AND 5),
    verdict            text        CHECK (verdict IN ('ALLOW', 'REVIEW', 'DENY')),
    screening_fallback boolean     NOT NULL DEFAULT false,
    outcome            text        CHECK (outcome IN ('VERIFIED', 'FAILED', 'EXPIRED')),
    concluded_at       timestamptz,
    -- Whom the proven contact point reaches.
    customer_ids       text[]      NOT NULL DEFAULT '{}',
    -- When a code has to be sent; null if none has.
    send_at            timestamptz,
    CONSTRAINT concluded CHECK ((outcome IS NULL) = (concluded_at IS NULL))
);
CREATE INDEX verification_to_send ON verification (send_at) WHERE send_at IS NOT NULL;
CREATE INDEX verification_open ON verification (expires_at) WHERE outcome IS NULL;
CREATE INDEX verification_concluded ON verification (concluded_at) WHERE outcome IS NOT NULL;
CREATE INDEX verification_contact_ref ON verification (contact_ref);
CREATE INDEX verification_customers ON verification USING gin (customer_ids);

-- How much of what anybody may do is used up, as the instant at which none of it is. The scope is a keyed hash.
CREATE TABLE budget (
    scope      text        PRIMARY KEY,
    used_until timestamptz NOT NULL
);
CREATE INDEX budget_used_until ON budget (used_until);

-- The suite's outgoing mail. What a mail says is encrypted with its recipient's key, and gone when it is delivered; the
-- row stays for a while, so that a repeated call gets the same answer.
CREATE TABLE outgoing_mail (
    id              uuid        PRIMARY KEY,
    client          text        NOT NULL,
    idempotency_key text        NOT NULL,
    content_key     integer     NOT NULL,
    content_mac     bytea       NOT NULL,
    customer_id     text,
    verification_id uuid,
    -- A code goes to an address that nobody has proven yet; nothing else does.
    code            boolean     NOT NULL DEFAULT false,
    subject         bytea,
    text            bytea,
    html            bytea,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'ACCEPTED', 'UNDELIVERABLE')),
    reason          text,
    queued_at       timestamptz NOT NULL,
    deliver_before  timestamptz,
    settled_at      timestamptz,
    failures        integer     NOT NULL DEFAULT 0,
    refusals        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    UNIQUE (client, idempotency_key),
    CONSTRAINT one_recipient CHECK ((customer_id IS NULL) <> (verification_id IS NULL)),
    CONSTRAINT nothing_left_when_settled CHECK ((state = 'QUEUED') = (text IS NOT NULL))
);
CREATE INDEX outgoing_mail_due ON outgoing_mail (next_attempt_at) WHERE state = 'QUEUED';
CREATE INDEX outgoing_mail_settled ON outgoing_mail (settled_at) WHERE state <> 'QUEUED';
CREATE INDEX outgoing_mail_customer ON outgoing_mail (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX outgoing_mail_verification ON outgoing_mail (verification_id) WHERE verification_id IS NOT NULL;
