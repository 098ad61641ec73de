-- Large personal content, encrypted chunk by chunk under the key of its request (subject_keys: r:<request>). What is
-- deleted here is unreadable once the key is destroyed, in every backup that does not hold the key.
CREATE TABLE content (
    id         uuid        PRIMARY KEY,
    request_id uuid        NOT NULL REFERENCES request,
    owner      text        NOT NULL,
    chunks     bigint      NOT NULL,
    size_bytes bigint      NOT NULL,
    opened_at  timestamptz NOT NULL,
    sealed     boolean     NOT NULL
);
CREATE INDEX content_of_request ON content (request_id);
CREATE INDEX content_unsealed ON content (opened_at) WHERE NOT sealed;

CREATE TABLE content_chunk (
    content_id uuid   NOT NULL REFERENCES content ON DELETE CASCADE,
    index      bigint NOT NULL CHECK (index >= 0),
    sealed     bytea  NOT NULL,
    PRIMARY KEY (content_id, index)
);
-- Ciphertext does not compress: do not try.
ALTER TABLE content_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- How far the answer to a request has come. Whoever changes it or its tasks holds this row's lock.
CREATE TABLE fulfilment (
    request_id      uuid        PRIMARY KEY REFERENCES request,
    operation       text        NOT NULL CHECK (operation IN ('ACCESS', 'ERASURE')),
    stage           integer     NOT NULL CHECK (stage >= 0),
    customer_ids    text[]      NOT NULL,
    contact_refs    text[]      NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    completed_at    timestamptz,
    answered_at     timestamptz
);
COMMENT ON COLUMN fulfilment.stage IS '0 until it is planned; then the stage whose tasks are with the systems';
COMMENT ON COLUMN fulfilment.customer_ids IS 'Whose data; emptied when the last task is answered';
COMMENT ON COLUMN fulfilment.completed_at IS 'When the last task was answered';
COMMENT ON COLUMN fulfilment.answered_at IS 'When the person had the answer: the package, or the end of the erasure';
CREATE INDEX fulfilment_due ON fulfilment (next_attempt_at) WHERE answered_at IS NULL;

-- What one system must do for one request.
CREATE TABLE task (
    id            uuid        PRIMARY KEY,
    request_id    uuid        NOT NULL REFERENCES fulfilment,
    system        text        NOT NULL,
    stage         integer     NOT NULL CHECK (stage > 0),
    version       bigint      NOT NULL CHECK (version >= 0),
    state         text        NOT NULL CHECK (state IN ('PLANNED', 'ISSUED', 'ANSWERED', 'FAILED')),
    issued_at     timestamptz,
    upload        uuid        REFERENCES content ON DELETE SET NULL,
    upload_sha256 text,
    upload_bytes  bigint,
    answer        text,
    answered_at   timestamptz,
    UNIQUE (request_id, system)
);
COMMENT ON COLUMN task.answer IS 'The event in which the system answered, as it was said';
CREATE INDEX task_upload ON task (upload) WHERE upload IS NOT NULL;

-- The answer to a request for access: one per request, whatever is repeated.
CREATE TABLE answer_package (
    request_id  uuid        PRIMARY KEY REFERENCES request,
    content     uuid        REFERENCES content ON DELETE SET NULL,
    size_bytes  bigint      NOT NULL,
    sha256      text        NOT NULL,
    token_hash  bytea       UNIQUE,
    downloads   integer     NOT NULL CHECK (downloads BETWEEN 0 AND 3),
    ready_at    timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    shredded_at timestamptz
);
COMMENT ON COLUMN answer_package.token_hash IS 'SHA-256 of the token in the link that a guest is mailed';
CREATE INDEX answer_package_to_shred ON answer_package (expires_at) WHERE shredded_at IS NULL;
