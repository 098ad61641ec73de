#!/bin/sh
# Makes each key that is not there yet: 32 random bytes, readable by the services' user alone.
set -eu
for folder in erasure contact identity-wrapping preferences-wrapping requests-wrapping fraud-check-wrapping \
    link code receipt unsubscribe ledger counters; do
  mkdir -p "/keys/$folder"
  [ -e "/keys/$folder/1.key" ] || head -c 32 /dev/urandom | base64 > "/keys/$folder/1.key"
  chown -R 10001:10001 "/keys/$folder"
  chmod 500 "/keys/$folder"
  chmod 400 "/keys/$folder/1.key"
done
