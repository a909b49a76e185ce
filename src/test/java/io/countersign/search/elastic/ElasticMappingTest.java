package io.countersign.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mapping is strict and has the types of the reference for what it shares with it. */
final class ElasticMappingTest {
    private static JsonNode mappings() throws IOException {
        try (var file = ElasticMappingTest.class.getResourceAsStream("/search/emails.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file)).get("mappings");
        }
    }

    @Test
    void unknownFieldsAreRefused() throws IOException {
        assertThat(mappings().get("dynamic").asText()).isEqualTo("strict");
    }

    @ParameterizedTest
    @CsvSource({
        "system, keyword",
        "application_id, keyword",
        "stage, keyword",
        "last_stage_change, date",
        "interview_date, date",
        "company, keyword",
        "ghosting_risk, float"
    })
    void fieldsOfApplicationsHaveTheTypesOfTheReference(String field, String type) throws IOException {
        assertThat(mappings()
                        .at("/properties/ats/properties/" + field + "/type")
                        .asText())
                .isEqualTo(type);
    }
}
