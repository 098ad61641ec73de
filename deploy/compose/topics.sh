#!/bin/sh
# Makes each topic of topics.txt that is not there yet, with three partitions, as on any single machine.
set -eu
grep -v '^#' /topics.txt | while read -r topic settings; do
  # $settings is several words on purpose.
  # shellcheck disable=SC2086
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic "$topic" \
    --partitions 3 --replication-factor 1 $settings </dev/null
done
