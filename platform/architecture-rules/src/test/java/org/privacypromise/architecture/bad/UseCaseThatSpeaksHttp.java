package org.privacypromise.architecture.bad;

import jakarta.ws.rs.NotFoundException;

class UseCaseThatSpeaksHttp {
    void find() {
        throw new NotFoundException();
    }
}
