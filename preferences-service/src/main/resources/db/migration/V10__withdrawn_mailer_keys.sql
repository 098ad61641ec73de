-- A mailer's key that has become known is withdrawn: links that were made with it do nothing any more. The row stays, for
-- it is what says so.
ALTER TABLE mailer_key ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE mailer_key ADD COLUMN withdrawn_by text;

COMMENT ON COLUMN mailer_key.withdrawn_by IS 'The operator''s account at the identity provider';
