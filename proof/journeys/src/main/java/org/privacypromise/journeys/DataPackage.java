package org.privacypromise.journeys;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A fetched package, unpacked: its files by name. */
record DataPackage(Map<String, String> files) {

    static DataPackage of(byte[] zip) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DataPackage(files);
    }

    String page() {
        return files.getOrDefault("your-data.html", "");
    }

    /** What a system has handed over, as it did; empty if it had nothing. */
    String dataOf(String system) {
        return files.getOrDefault("data/" + system + ".json", "");
    }

    JsonPath request() {
        return JsonPath.from(files.getOrDefault("request.json", "{}"));
    }

    String everything() {
        return String.join("\n", files.values());
    }
}
