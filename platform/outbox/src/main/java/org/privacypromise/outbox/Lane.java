package org.privacypromise.outbox;

/**
 * What keeps its order for a consumer: the events of one key on one topic. There is no order between topics, so a
 * poison event holds up nobody who publishes elsewhere.
 *
 * @param key empty for events without a key, which are in no order at all
 */
record Lane(String consumer, String topic, String key) {}
