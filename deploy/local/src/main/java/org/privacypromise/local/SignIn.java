package org.privacypromise.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs in at an OpenID provider over plain HTTP as a browser or a program would: people by the authorization code flow
 * with PKCE (RFC 7636), programs by their client credentials.
 */
public final class SignIn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("<form[^>]+action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final String issuer;
    private final String client;
    private final String redirectUri;

    /** As the storefront. */
    public SignIn(String issuer) {
        this(issuer, "storefront", Site.STOREFRONT + "/callback");
    }

    /** As another public client. */
    public SignIn(String issuer, String client, String redirectUri) {
        this.issuer = issuer;
        this.client = client;
        this.redirectUri = redirectUri;
    }

    /**
     * What the provider hands out.
     *
     * @param access for {@code Authorization: Bearer}; valid for five minutes
     * @param refresh for {@link SignIn#refresh}, once
     */
    public record Tokens(String access, String refresh) {}

    /**
     * Signs a person in through the provider's page.
     *
     * @throws StackException if the provider refuses
     */
    public Tokens person(String userName, String password) {
        return person(userName, password, "openid");
    }

    /** As {@link #person(String, String)}, asking for these scopes, separated by blanks. */
    public Tokens person(String userName, String password, String scopes) {
        String verifier = random();
        Browser browser = new Browser();
        String page = browser.get(issuer + "/protocol/openid-connect/auth?"
                        + form(Map.of(
                                "client_id",
                                client,
                                "response_type",
                                "code",
                                "scope",
                                scopes,
                                "state",
                                random(),
                                "redirect_uri",
                                redirectUri,
                                "code_challenge_method",
                                "S256",
                                "code_challenge",
                                challenge(verifier))))
                .body();
        String action =
                find(FORM, page, "the provider shows no form to sign in").replace("&amp;", "&");
        String target = browser.post(action, Map.of("username", userName, "password", password, "credentialId", ""))
                .headers()
                .firstValue("location")
                .orElse("");
        String code = find(CODE, target, "the provider did not accept the user name and password");
        return tokens(Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "redirect_uri", redirectUri,
                "code", code,
                "code_verifier", verifier));
    }

    /** Fresh tokens with what the account has become since; the old refresh token is used up. */
    public Tokens refresh(Tokens tokens) {
        return tokens(Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", tokens.refresh()));
    }

    /** The access token of a program. */
    public String program(String clientId, String secret) {
        return tokens(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret))
                .access();
    }

    private Tokens tokens(Map<String, String> request) {
        HttpResponse<String> response = new Browser().post(issuer + "/protocol/openid-connect/token", request);
        try {
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new StackException("the provider gives no token: %d %s"
                        .formatted(response.statusCode(), answer.path("error").asText()));
            }
            return new Tokens(
                    answer.path("access_token").asText(),
                    answer.path("refresh_token").asText());
        } catch (IOException e) {
            throw new StackException("the provider's answer is no JSON", e);
        }
    }

    private static String find(Pattern pattern, String text, String otherwise) {
        Matcher match = pattern.matcher(text);
        if (!match.find()) {
            throw new StackException("Sign-in failed: " + otherwise);
        }
        return match.group(1);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * One visit. Cookies marked Secure are sent back over plain HTTP, as browsers do to localhost and as the JDK's
     * own cookie store does not.
     */
    private static final class Browser {

        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final Map<String, String> cookies = new LinkedHashMap<>();

        HttpResponse<String> get(String url) {
            return send(HttpRequest.newBuilder(URI.create(url)).GET());
        }

        HttpResponse<String> post(String url, Map<String, String> fields) {
            return send(HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            try {
                HttpResponse<String> response = http.send(
                        request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
                for (String cookie : response.headers().allValues("set-cookie")) {
                    String[] pair = cookie.split(";", 2)[0].split("=", 2);
                    cookies.put(pair[0], pair[1]);
                }
                return response;
            } catch (IOException e) {
                throw new StackException("The provider does not answer.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Interrupted.", e);
            }
        }
    }
}
