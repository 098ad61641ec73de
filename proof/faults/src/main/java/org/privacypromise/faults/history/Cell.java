package org.privacypromise.faults.history;

/** One place in the matrix of choices. */
public record Cell(String purpose, String channel, String brand) {

    @Override
    public String toString() {
        return purpose + "/" + channel + "/" + brand;
    }
}
