package org.privacypromise.preferences.ledger;

import java.util.List;
import org.privacypromise.preferences.ledger.chain.LedgerHash;

/** What a head covers of one record: its place, and its hash. */
record Leaf(long id, LedgerHash hash) {

    Leaf(long id, String hex) {
        this(id, LedgerHash.ofHex(hex));
    }

    static List<LedgerHash> hashes(List<Leaf> leaves) {
        return leaves.stream().map(Leaf::hash).toList();
    }
}
