package org.privacypromise.architecture.good.feature;

import jakarta.ws.rs.POST;

class ChoiceResource {
    record Body(String channel) {}

    @POST
    ChoiceView choose(Body body) {
        return new ChoiceView(body.channel());
    }
}
