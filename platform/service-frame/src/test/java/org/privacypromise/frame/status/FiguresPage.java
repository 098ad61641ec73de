package org.privacypromise.frame.status;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** A page for the test of the routes. */
@Singleton
class FiguresPage implements StatusPage {

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String print(Function<String, Optional<String>> option) {
        return new StatusTable("FIGURE")
                .row(Integer.parseInt(option.apply("figure").orElse("7")))
                .print("none");
    }
}
