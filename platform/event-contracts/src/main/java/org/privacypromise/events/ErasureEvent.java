package org.privacypromise.events;

/** The erasure ledger, kept outside every database. */
public sealed interface ErasureEvent extends Event permits SubjectErased {}
