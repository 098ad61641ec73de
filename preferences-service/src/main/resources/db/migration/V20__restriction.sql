-- Whoever has had the use of their data stopped (GDPR Art. 18) is sent nothing, whatever they chose before.
ALTER TABLE preferences ADD COLUMN restricted boolean NOT NULL DEFAULT false;
