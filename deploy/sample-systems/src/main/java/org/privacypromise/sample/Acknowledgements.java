package org.privacypromise.sample;

import java.util.List;

/** Where a system says what it acts on. */
interface Acknowledgements extends AutoCloseable {

    /** Returns when all are safely published; throws if one may not be. */
    void publish(List<Acknowledgement> acknowledgements) throws Exception;

    @Override
    void close();
}
