-- What is wrong in somebody's data and what is right (Art. 16), encrypted with the request's key.
CREATE TABLE correction (
    request_id  uuid        PRIMARY KEY REFERENCES request ON DELETE CASCADE,
    categories  text[]      NOT NULL,
    corrections bytea       NOT NULL,
    given_at    timestamptz NOT NULL
);
