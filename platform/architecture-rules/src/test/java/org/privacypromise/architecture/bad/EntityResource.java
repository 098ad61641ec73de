package org.privacypromise.architecture.bad;

import jakarta.ws.rs.POST;

class EntityResource {
    static class Entity {}

    @POST
    void create(Entity entity) {}
}
