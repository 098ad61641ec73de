package org.privacypromise.kubernetes;

import java.util.HashMap;
import java.util.Map;

/** Writes every manifest anew that follows from something else: behind {@code ./suite manifests}. */
public final class RefreshManifests {

    private RefreshManifests() {}

    public static void main(String[] arguments) {
        Repository repository = Repository.here();
        GeneratedManifests generated = new GeneratedManifests(repository);
        Map<String, String> files = new HashMap<>(generated.fromSources());
        files.putAll(generated.fromTheBuild());
        files.forEach(repository::write);
        System.out.println(
                files.size() + " manifests are as the sources say. Look at the difference: git diff deploy/kubernetes");
    }
}
