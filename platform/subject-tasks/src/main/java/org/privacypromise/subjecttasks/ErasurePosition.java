package org.privacypromise.subjecttasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far this database has followed one partition of the ledger of erasures. */
@Entity
@Table(name = "erasure_position")
class ErasurePosition {

    @Id
    @Column(name = "ledger_partition")
    int partition;

    @Column(name = "next_offset")
    long nextOffset;

    protected ErasurePosition() {}
}
