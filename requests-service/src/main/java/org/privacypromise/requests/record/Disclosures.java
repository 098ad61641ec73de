package org.privacypromise.requests.record;

import java.util.List;

/**
 * What really left our hands for requests, counted.
 *
 * @param packages how many copies of somebody's data were made for them; each names every recipient
 * @param downloads how often one was fetched
 */
record Disclosures(List<OfSystem> systems, long packages, long downloads) {

    Disclosures {
        systems = List.copyOf(systems);
    }

    /**
     * Tasks of one system.
     *
     * @param operation what it was asked to do
     */
    record OfSystem(String system, String operation, long asked, long answered) {}

    List<OfSystem> of(String system) {
        return systems.stream().filter(one -> one.system().equals(system)).toList();
    }
}
