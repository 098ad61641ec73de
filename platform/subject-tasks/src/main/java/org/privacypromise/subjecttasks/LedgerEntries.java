package org.privacypromise.subjecttasks;

import java.util.List;
import java.util.Map;
import org.privacypromise.events.SubjectErased;

/**
 * What one reading of the ledger has found.
 *
 * @param erasures in the order of each partition
 * @param unreadable how many entries are no erasure that this version can read
 * @param next for each partition, the offset to read on from
 * @param complete whether that is the end of the ledger
 */
record LedgerEntries(List<SubjectErased> erasures, int unreadable, Map<Integer, Long> next, boolean complete) {}
