-- What waits to be published. IDENTITY, never a pooled sequence: replicas must draw ids from one counter.
CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    uuid        NOT NULL UNIQUE,
    topic       text        NOT NULL,
    event_key   text        NOT NULL,
    type        text        NOT NULL,
    data_schema text,
    event_time  timestamptz NOT NULL,
    payload     bytea,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Who publishes. A relay that finds another name here fences that one's producer before it sends.
CREATE TABLE outbox_relay (
    only_row     boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    holder       uuid        NOT NULL,
    published_at timestamptz NOT NULL
);
INSERT INTO outbox_relay (holder, published_at) VALUES ('00000000-0000-0000-0000-000000000000', '-infinity');

-- What a consumer has received, handled or parked. A topic has one publisher, so its event ids are unique in it.
CREATE TABLE inbox (
    consumer    text        NOT NULL,
    topic       text        NOT NULL,
    event_id    text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, topic, event_id)
);
CREATE INDEX inbox_received_at ON inbox USING brin (received_at);

-- Poison events and, in the order of their ids, what came after them with the same key.
CREATE TABLE parked_event (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer         text        NOT NULL,
    event_key        text        NOT NULL,
    topic            text        NOT NULL,
    record_partition integer     NOT NULL,
    record_offset    bigint      NOT NULL,
    event_id         text        NOT NULL,
    record_time      timestamptz NOT NULL,
    headers          text        NOT NULL,
    payload          bytea,
    reason           text        NOT NULL,
    parked_at        timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- Hash: a poison key may be longer than a B-tree takes.
CREATE INDEX parked_event_key ON parked_event USING hash (event_key);
