CREATE TABLE customer (
    id           text        PRIMARY KEY,
    version      bigint      NOT NULL CHECK (version > 0),
    allocated_at timestamptz NOT NULL
);

-- Which purchase made, or met, which customer: a repeat of it gives the same answer.
CREATE TABLE purchase (
    id           uuid        PRIMARY KEY,
    client       text        NOT NULL,
    reference    text        NOT NULL,
    customer_id  text        NOT NULL REFERENCES customer,
    account      text,
    contact_refs text[]      NOT NULL,
    recorded_at  timestamptz NOT NULL,
    UNIQUE (client, reference)
);
CREATE INDEX purchase_customer ON purchase (customer_id);

-- The value is encrypted with the customer's key and found by its reference. Two customers may have the same one: it says
-- nothing about a person until it is verified.
CREATE TABLE contact_point (
    id          uuid        PRIMARY KEY,
    customer_id text        NOT NULL REFERENCES customer,
    kind        text        NOT NULL CHECK (kind IN ('EMAIL', 'PHONE')),
    contact_ref text        NOT NULL,
    value       bytea       NOT NULL,
    recorded_at timestamptz NOT NULL,
    verified_at timestamptz,
    UNIQUE (customer_id, contact_ref)
);
CREATE INDEX contact_point_ref ON contact_point (contact_ref);

-- One account, one customer, and the other way round. Until effective_at the account's tokens do not name the customer.
CREATE TABLE account_link (
    account         text        PRIMARY KEY,
    customer_id     text        NOT NULL UNIQUE REFERENCES customer,
    linked_at       timestamptz NOT NULL,
    effective_at    timestamptz,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL
);
CREATE INDEX account_link_pending ON account_link (next_attempt_at) WHERE effective_at IS NULL;
