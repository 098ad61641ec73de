package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacypromise.teststack.Tokens;

/** What people read, in their language. */
@QuarkusTest
class LanguagesIT {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "en, News and offers from the shop",
        "de, Neues und Angebote aus dem Shop",
        "fr, Nouveautés et offres de la boutique",
        "es, Novedades y ofertas de la tienda",
        "it, Novità e offerte del negozio"
    })
    void the_notice_speaks_the_readers_language(String language, String name) {
        given().header("Accept-Language", language + "-XX, en;q=0.1")
                .get("/notice")
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", containsString("Accept-Language"))
                .body("language", equalTo(language))
                .body("languages.tag", contains("en", "de", "fr", "es", "it"))
                .body("purposes.find { it.key == 'marketing-main' }.name.text", equalTo(name))
                .body("purposes.find { it.key == 'marketing-main' }.name.language", equalTo(language))
                .body("purposes.find { it.key == 'marketing-main' }.data.otherwise.language", hasItem(language))
                .body("channels.find { it.key == 'post' }.name.language", equalTo(language))
                .body("recipients.find { it.key == 'suppliers' }.safeguard.language", equalTo(language))
                .body("retention.find { it.key == 'tax-records' }.words.language", equalTo(language));
    }

    @Test
    void a_language_that_is_asked_for_goes_before_the_browsers_and_one_that_is_not_there_gives_the_default() {
        given().header("Accept-Language", "de")
                .get("/notice?language=fr-CA")
                .then()
                .header("Content-Language", "fr");
        given().header("Accept-Language", "de")
                .get("/notice?language=ja")
                .then()
                .header("Content-Language", "en");
        given().get("/notice?language=%3Cscript%3E").then().statusCode(422).body("type", endsWith(":invalid-content"));
    }

    @Test
    void every_version_of_the_notice_can_be_read_and_compared() {
        String version = ChoicesIT.notice();

        given().get("/notice/versions")
                .then()
                .statusCode(200)
                .body("find { it.current }.version", equalTo(version))
                .body("find { it.current }.inUseSince", notNullValue());
        String today = given().get("/notice?language=de").asString();
        String stored =
                given().get("/notice/versions/" + version + "?language=de").asString();
        assertThat(stored).isEqualTo(today);
        given().get("/notice/diff?from=" + version)
                .then()
                .statusCode(200)
                .body("to", equalTo(version))
                .body("purposes.changed", empty())
                .body("newChoiceNeeded", empty());
        given().get("/notice/versions/none").then().statusCode(404).body("type", endsWith(":not-found"));
        given().get("/notice/diff?from=none").then().statusCode(404);
        given().get("/notice/diff?from=" + version + "&to=none").then().statusCode(404);
        given().get("/notice/diff").then().statusCode(422);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Yes, stop them | News and offers from the shop | Done. You are unsubscribed. | This link does not work",
                "de | Ja, abbestellen | Neues und Angebote aus dem Shop | Erledigt. Die Nachrichten sind abbestellt. | Dieser Link funktioniert nicht",
                "fr | Oui, les arrêter | Nouveautés et offres de la boutique | C'est fait. Vous ne recevrez plus ces messages. | Ce lien ne fonctionne pas",
                "es | Sí, dejar de recibirlos | Novedades y ofertas de la tienda | Hecho. Ya no recibirás estos mensajes. | Este enlace no funciona",
                "it | Sì, non li voglio più | Novità e offerte del negozio | Fatto. Non riceverai più questi messaggi. | Questo link non funziona"
            })
    void the_unsubscribe_pages_speak_the_readers_language(
            String language, String button, String name, String done, String unknown) {
        String path = path();

        XmlPath asked =
                page(given().header("Accept-Language", language).get(path).asString());
        assertThat(asked.getString("html.@lang")).isEqualTo(language);
        assertThat(asked.getString("**.find { it.name() == 'button' }")).isEqualTo(button);
        assertThat(asked.getString("**.find { it.name() == 'dd' }")).isEqualTo(name);
        assertThat(asked.getString("**.find { it.name() == 'dd' }.@lang")).isEqualTo(language);
        assertThat(asked.getString("html.head.title")).isNotBlank();

        var answer = given().header("Accept-Language", language)
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(path);
        answer.then().statusCode(200).header("Content-Language", language).header("Vary", "Accept-Language");
        assertThat(page(answer.asString()).getString("**.find { it.name() == 'h1' }"))
                .isEqualTo(done);

        var lost = given().header("Accept-Language", language).get("/u/lost");
        lost.then().statusCode(404);
        assertThat(page(lost.asString()).getString("**.find { it.name() == 'h1' }"))
                .isEqualTo(unknown);
    }

    @Test
    void a_browser_that_asks_for_no_language_of_ours_gets_the_page_in_english() {
        given().header("Accept-Language", "ja, ;;q=x").get(path()).then().header("Content-Language", "en");
        given().get(path()).then().header("Content-Language", "en").body(containsString("lang=\"en\""));
    }

    private static XmlPath page(String html) {
        return new XmlPath(XmlPath.CompatibilityMode.HTML, html);
    }

    private static String path() {
        String url = given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(Map.of(
                        "contactRef", "1." + UUID.randomUUID(),
                        "purpose", "marketing-main",
                        "channel", "email",
                        "brand", "main"))
                .post("/unsubscribe-links")
                .path("url");
        return URI.create(url).getPath();
    }
}
