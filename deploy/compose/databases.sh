#!/bin/sh
# A database and a user for each service; run by PostgreSQL's image at its first start.
set -eu
for service in identity preferences requests fraud_check; do
  psql -v ON_ERROR_STOP=1 -v password="$SERVICE_DATABASE_PASSWORD" --username "$POSTGRES_USER" <<EOF
CREATE USER $service PASSWORD :'password';
CREATE DATABASE $service OWNER $service;
REVOKE CONNECT ON DATABASE $service FROM PUBLIC;
EOF
done
