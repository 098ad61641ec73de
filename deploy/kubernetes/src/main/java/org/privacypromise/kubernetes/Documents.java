package org.privacypromise.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Kubernetes resources as a YAML file. */
final class Documents {

    private Documents() {}

    /** @param origin says at the file's head what it was written from */
    static String write(String origin, List<Map<String, ?>> resources) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setWidth(120);
        options.setSplitLines(false);
        Yaml yaml = new Yaml(options);
        return resources.stream()
                .map(yaml::dump)
                .collect(Collectors.joining(
                        "---\n", "# Written from " + origin + " by ./suite manifests: do not edit.\n", ""));
    }
}
