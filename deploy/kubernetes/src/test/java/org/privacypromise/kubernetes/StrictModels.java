package org.privacypromise.kubernetes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Reads a resource as its operator would and finds fields that it does not know. Where no model of an operator is on
 * Maven Central, {@link KnownFields} lists what is used of it.
 */
final class StrictModels {

    private static final Map<String, Class<?>> CLASSES = classes();
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new NothingElse())
            .build();

    /** The models keep what they do not know; here it is a fault. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated annotated) {
            return JsonIgnoreProperties.Value.empty();
        }
    }

    private StrictModels() {}

    /** What is wrong with it, with the field's place; empty if nothing is. */
    static Optional<String> fault(Resource resource) {
        Class<?> model = CLASSES.get(key(resource.apiVersion(), resource.kind()));
        if (model == null) {
            return KnownFields.fault(resource);
        }
        try {
            STRICT.convertValue(resource.content(), model);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(resource.fault(place(e), "is not as its model wants it: " + firstLine(e)));
        }
    }

    private static String place(IllegalArgumentException e) {
        return e.getCause() instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "something";
    }

    private static String firstLine(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Map<String, Class<?>> classes() {
        Map<String, Class<?>> classes = new HashMap<>();
        ServiceLoader.load(KubernetesResource.class).stream()
                .map(ServiceLoader.Provider::type)
                .filter(HasMetadata.class::isAssignableFrom)
                .map(type -> type.asSubclass(HasMetadata.class))
                .forEach(type -> classes.put(key(HasMetadata.getApiVersion(type), HasMetadata.getKind(type)), type));
        classes.put(key("kafka.strimzi.io/v1", "Kafka"), Kafka.class);
        classes.put(key("kafka.strimzi.io/v1", "KafkaNodePool"), KafkaNodePool.class);
        classes.put(key("kafka.strimzi.io/v1", "KafkaTopic"), KafkaTopic.class);
        classes.put(key("kafka.strimzi.io/v1", "KafkaUser"), KafkaUser.class);
        return classes;
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }
}
