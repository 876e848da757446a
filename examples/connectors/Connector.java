// A small connector: hands the messages that came in on a channel to the org. Java 17 or newer: java Connector.java
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Connector {
    record Message(String from, String text) {}

    static final int MOST_ATTEMPTS = 5;
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    // A connector of yours takes these from its channel.
    static final List<Message> MESSAGES = List.of(
            new Message("ada@example.org", "Good morning"),
            new Message("+49 151 2345678", "Is anybody there?"),
            new Message("ada@example.org", "My order has not come"),
            new Message("\u674e\u5c0f\u9f8d \"Bruce\"", "\u4f60\u597d"),
            new Message("+49 151 2345678", "Thanks"));

    final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final String base = setting("SF_SCRT_INSTANCE_URL").replaceAll("/+$", "") + "/api";
    final String channel = setting("CHANNEL_ADDRESS_IDENTIFIER").split(",")[0];
    final boolean canRenew = has("SF_CONSUMER_KEY") && has("SF_PRIVATE_KEY");
    String token;

    public static void main(String[] args) throws Exception {
        Connector connector = new Connector();
        connector.token = has("SF_ACCESS_TOKEN") ? setting("SF_ACCESS_TOKEN") : connector.fetchToken();
        boolean failed = false;
        for (Message message : MESSAGES) {
            try {
                String identifier = connector.establishConversation(message.from());
                connector.sendMessage(identifier, message);
                System.out.println(message.from() + ": " + identifier);
            } catch (IOException problem) {
                System.err.println(message.from() + ": " + problem.getMessage());
                failed = true;
            }
        }
        System.exit(failed ? 1 : 0);
    }

    String establishConversation(String from) throws Exception {
        String participants = "[{\"subject\":" + json(from) + ",\"role\":\"EndUser\",\"appType\":\"custom\"}]";
        return memberOf(post("/v1/conversation", new Multipart()
                .part("channelAddressIdentifier", "text/plain; charset=UTF-8", channel)
                .part("participants", "application/json", participants)), "conversationIdentifier");
    }

    void sendMessage(String identifier, Message message) throws Exception {
        // The id stays the same when the message is sent again, so that it counts once.
        String interaction = """
                {"id":"%s","timestamp":%d,"interactionType":"EntryInteraction","payload":{"text":%s}}"""
                .formatted(UUID.randomUUID(), System.currentTimeMillis(), json(message.text()));
        post("/v1/interactions", new Multipart().part("json", "application/json", """
                {"conversationIdentifier":%s,"to":%s,"from":{"id":%s,"role":"EndUser"},"interactions":[%s]}"""
                .formatted(json(identifier), json(channel), json(message.from()), interaction)));
    }

    /** Sends a form until it is taken: waits when told to, renews the token once, never repeats what was refused. */
    String post(String path, Multipart form) throws Exception {
        boolean mayRenew = canRenew;
        for (int attempt = 1; ; attempt++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Authorization", "Bearer " + token)
                    .header("OrgId", setting("SF_ORG_ID"))
                    .header("AuthorizationContext", setting("SF_AUTHORIZATION_CONTEXT"))
                    .header("RequestId", UUID.randomUUID().toString()) // new each time, also for the same form
                    .header("Content-Type", "multipart/form-data; boundary=" + form.boundary)
                    .timeout(TIMEOUT)
                    .POST(BodyPublishers.ofString(form.body()))
                    .build();
            HttpResponse<String> response = null;
            String problem;
            try {
                response = client.send(request, BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2) return response.body();
                problem = "answered " + response.statusCode() + ": " + response.body();
            } catch (IOException error) {
                problem = error.toString(); // reset or timed out, perhaps within the answer: asking again is safe
            }
            int status = response == null ? 0 : response.statusCode();
            if (status == 401 && mayRenew) {
                mayRenew = false;
                token = fetchToken();
                continue;
            }
            boolean passing = status == 0 || status == 408 || status == 429 || status >= 500;
            Duration wait = waitBefore(attempt, response);
            if (!passing || attempt == MOST_ATTEMPTS || wait.compareTo(LONGEST_WAIT) > 0) {
                throw new IOException(path + " " + problem);
            }
            Thread.sleep(wait.toMillis());
        }
    }

    /** 0.5 s, 1 s, 2 s ... with some chance, and at least what Retry-After asks for (seconds or a date). */
    static Duration waitBefore(int attempt, HttpResponse<String> response) {
        Duration backOff = Duration.ofMillis((500L << (attempt - 1)) + ThreadLocalRandom.current().nextLong(100));
        String asked = response == null ? "" : response.headers().firstValue("Retry-After").orElse("");
        try {
            Duration wait = asked.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(asked))
                    : Duration.between(Instant.now(), ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.compareTo(backOff) > 0 ? wait.plusMillis(1) : backOff;
        } catch (DateTimeParseException noDate) {
            return backOff;
        }
    }

    /** A new access token by the OAuth 2.0 JWT bearer flow. */
    String fetchToken() throws IOException, InterruptedException, GeneralSecurityException {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String claims = "{\"iss\":%s,\"sub\":%s,\"aud\":%s,\"exp\":%d}".formatted(json(setting("SF_CONSUMER_KEY")),
                json(setting("SF_SUBJECT")), json(setting("SF_AUDIENCE")), Instant.now().getEpochSecond() + 180);
        String unsigned = encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
                + "." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        String pem = setting("SF_PRIVATE_KEY").replace("\\n", "\n").replaceAll("-----[^-]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update(unsigned.getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=" + URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&assertion=" + unsigned + "." + encoder.encodeToString(signature.sign());
        URI endpoint = URI.create(setting("SF_AUTH_ENDPOINT"));
        if (endpoint.getPath().length() < 2) endpoint = endpoint.resolve("/services/oauth2/token");
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(endpoint).timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) throw new IOException("the token endpoint answered " + response.statusCode());
        return memberOf(response.body(), "access_token");
    }

    /** java.net.http has no multipart of its own. Lines end in CR LF, and the last boundary in two hyphens. */
    static class Multipart {
        final String boundary = "----" + UUID.randomUUID();
        private final StringBuilder parts = new StringBuilder();

        Multipart part(String name, String type, String value) {
            parts.append("--").append(boundary).append("\r\n")
                    .append("Content-Disposition: form-data; name=\"").append(name).append("\"\r\n")
                    .append("Content-Type: ").append(type).append("\r\n\r\n")
                    .append(value).append("\r\n");
            return this;
        }

        String body() {
            return parts + "--" + boundary + "--\r\n";
        }
    }

    // Java has no JSON of its own either: with a library in your project, use it instead of these two.
    static String json(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\' || letter < ' ') quoted.append("\\u%04x".formatted((int) letter));
            else quoted.append(letter);
        }
        return quoted.append('"').toString();
    }

    static String memberOf(String object, String name) throws IOException {
        Matcher member = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]+)\"").matcher(object);
        if (!member.find()) throw new IOException("the answer has no " + name);
        return member.group(1);
    }

    static boolean has(String name) {
        return !System.getenv().getOrDefault(name, "").isEmpty();
    }

    static String setting(String name) {
        if (!has(name)) throw new IllegalStateException(name + " is not set");
        return System.getenv(name);
    }
}
