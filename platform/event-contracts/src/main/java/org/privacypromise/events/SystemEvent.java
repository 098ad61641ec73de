package org.privacypromise.events;

/**
 * What a downstream system publishes, on a topic of its own. Who says it is told by the topic ({@link
 * EventType#systemOf}), whose ACL is the authentication, and by nothing in the payload. But for {@link MarketingSent},
 * for which all systems share a topic.
 */
public sealed interface SystemEvent extends Event permits ChoicesAcknowledged, TaskAnswered, MarketingSent {}
