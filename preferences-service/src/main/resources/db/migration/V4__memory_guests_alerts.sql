-- What is known beside the choices: what was before everything was switched off, contradictions the customer is shown,
-- since when their browser sends Global Privacy Control. NULL for nearly everybody; it comes with the row.
ALTER TABLE preferences ADD COLUMN memory jsonb;

-- Whether the customer has proven to control the contact point: only then is anything that was allowed there theirs.
ALTER TABLE contact_link ADD COLUMN verified boolean NOT NULL DEFAULT false;

-- Asked for without signing in, and not yet confirmed from the mailbox. Pending is not permission: no system is told.
CREATE TABLE pending_opt_in (
    id              uuid        PRIMARY KEY,
    contact_ref     text        NOT NULL,
    cells           jsonb       NOT NULL,
    notice_version  text        NOT NULL,
    language        text        NOT NULL,
    form            text        NOT NULL,
    client          text        NOT NULL,
    asked_at        timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    confirmed_at    timestamptz
);

CREATE INDEX pending_opt_in_by_contact_ref ON pending_opt_in (contact_ref);
CREATE INDEX pending_opt_in_by_expiry ON pending_opt_in (expires_at);

-- What was answered under an Idempotency-Key, for a day, so that a client that heard nothing can ask again.
CREATE TABLE answered_call (
    client       text        NOT NULL,
    subject      text        NOT NULL,
    key          text        NOT NULL,
    fingerprint  text        NOT NULL,
    status       integer     NOT NULL,
    etag         text        NOT NULL,
    body         text        NOT NULL,
    answered_at  timestamptz NOT NULL,
    PRIMARY KEY (client, subject, key)
);

CREATE INDEX answered_call_by_subject ON answered_call (subject);
CREATE INDEX answered_call_by_time ON answered_call (answered_at);

-- "Tell me when it is back": one message for one request. Claimed once, by the system that sends it.
CREATE TABLE stock_alert (
    id            uuid        PRIMARY KEY,
    customer_id   text        NOT NULL,
    product       text        NOT NULL,
    channel       text        NOT NULL,
    brand         text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    claimed_at    timestamptz,
    claimed_by    text,
    claim_key     text
);

CREATE UNIQUE INDEX stock_alert_once ON stock_alert (customer_id, product, channel, brand) WHERE claimed_at IS NULL;
CREATE INDEX stock_alert_by_product ON stock_alert (product, asked_at) WHERE claimed_at IS NULL;
CREATE INDEX stock_alert_by_claim ON stock_alert (claimed_by, claim_key) WHERE claimed_at IS NOT NULL;
CREATE INDEX stock_alert_by_expiry ON stock_alert (expires_at);
