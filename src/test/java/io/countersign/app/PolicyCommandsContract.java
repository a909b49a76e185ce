package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Policies are made, imported, tried out, brought back and trusted. */
abstract class PolicyCommandsContract extends ProgramContract {
    private static final String STARRED = """
        [{"name":"starred","priority":1,"condition":{"eq":["starred",false]},"action":"label_email","params":{"label":"Plain"}},
         {"name":"money","priority":2,"condition":{"eq":["category","receipt"]},"action":"mark_read"}]
        """;

    @Test
    void alwaysMakesAPolicyThatTheListShows() {
        json("import", mailbox.toString());
        int before = json("policies", "list").objects().size();
        var proposal = json("tray", "--limit", "1").object();

        var policy = json("always", proposal.get("id").asText()).object();

        assertThat(policy.get("action").asText())
                .isEqualTo(proposal.get("action").asText());
        assertThat(json("policies", "list").objects()).hasSize(before + 1);
        var id = policy.get("id").asText();
        assertThat(json("policies", "disable", id).object().get("enabled").asBoolean())
                .isFalse();
        json("policies", "remove", id);
        assertThat(json("policies", "list").objects()).hasSize(before);
    }

    @Test
    void aPolicyFileWithOneBadEntryChangesNothingAndNamesTheClause() throws IOException {
        int before = json("policies", "list").objects().size();
        var file = Files.writeString(folder.resolve("policies.json"), """
            [{"name":"good","condition":{"eq":["category","promotion"]},"action":"archive_email"},
             {"name":"bad","condition":{"all":[{"eq":["categry","promotion"]}]},"action":"archive_email"}]
            """);

        var refused = run("policies", "import", file.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("policies[1].condition.all[0].eq[0]", "category")
                .hasLineCount(1);
        assertThat(json("policies", "list").objects()).hasSize(before);
    }

    @Test
    void whatASimulationForeseesIsWhatIsProposedAfterTheImport() throws IOException {
        json("import", mailbox.toString());
        var file = Files.writeString(folder.resolve("policies.json"), STARRED).toString();
        int before = json("policies", "list").objects().size();

        var simulated = json("policies", "simulate", file).objects();

        assertThat(json("policies", "list").objects()).hasSize(before);
        assertThat(simulated)
                .hasSize(2)
                .allSatisfy(forecast -> assertThat(forecast.fieldNames())
                        .toIterable()
                        .contains(
                                "matched",
                                "wouldPropose",
                                "agree",
                                "disagree",
                                "predictedPrecision",
                                "low",
                                "high",
                                "examples"));
        assertThat(simulated.getFirst().get("wouldPropose").asInt()).isPositive();
        assertThat(simulated.getFirst().get("predictedPrecision").isNull()).isTrue();
        assertThat(simulated.getFirst().get("examples").size()).isPositive();
        json("policies", "import", file);
        assertThat(json("propose").object().get("created").asInt())
                .isGreaterThanOrEqualTo(simulated.getFirst().get("wouldPropose").asInt()
                        + simulated.getLast().get("wouldPropose").asInt());
        assertThat(run("policies", "simulate", file).out()).contains("starred", "precision");
    }

    @Test
    void anImportSaysBeforehandWhatItChangesAndReplacesWhatHasTheName() throws IOException {
        var file = folder.resolve("policies.json");
        Files.writeString(file, STARRED);
        json("policies", "import", file.toString());
        int before = json("policies", "list").objects().size();
        Files.writeString(file, STARRED.replace("Plain", "Other").replace("money", "more money"));

        var preview = json("policies", "import", "--dry-run", file.toString()).objects();

        assertThat(preview).extracting(entry -> entry.get("change").asText()).containsExactly("changed", "new");
        assertThat(preview.getFirst().get("changed").toString()).isEqualTo("[\"params\"]");
        assertThat(json("policies", "list").objects()).hasSize(before);
        var imported = json("policies", "import", file.toString()).objects();
        assertThat(imported.getFirst().get("version").asInt()).isEqualTo(2);
        assertThat(json("policies", "list").objects()).hasSize(before + 1);
        assertThat(json("policies", "import", "--dry-run", file.toString()).objects())
                .extracting(entry -> entry.get("change").asText())
                .containsExactly("same", "same");
    }

    @Test
    void anyVersionOfAPolicyIsBroughtBack() throws IOException {
        var file = Files.writeString(folder.resolve("policies.json"), STARRED).toString();
        var id = json("policies", "add", file).object().get("id").asText();
        json("policies", "disable", id);
        json("policies", "remove", id);

        var versions = json("policies", "versions", id).objects();
        var restored = json("policies", "restore", id, "1").object();

        assertThat(versions)
                .extracting(version -> version.get("version").asInt())
                .containsExactly(2, 1);
        assertThat(versions.getFirst().get("policy").get("enabled").asBoolean()).isFalse();
        assertThat(restored.get("version").asInt()).isEqualTo(3);
        assertThat(restored.get("enabled").asBoolean()).isTrue();
        assertThat(json("policies", "show", id).object()).isEqualTo(restored);
        assertThat(run("policies", "restore", id, "17").exit()).isEqualTo(1);
        assertThat(run("policies", "versions", "9999").exit()).isEqualTo(1);
    }

    @Test
    void aPolicyIsChosenByItsNameOrItsNumber() {
        json("import", mailbox.toString());
        var first = json("policies", "list").objects().getFirst();
        var name = first.get("name").asText();
        var id = first.get("id").asText();

        assertThat(json("policies", "show", name.toUpperCase(Locale.ROOT)).object())
                .isEqualTo(json("policies", "show", id).object());
        assertThat(json("policies", "disable", name).object().get("enabled").asBoolean())
                .isFalse();
        assertThat(json("policies", "versions", name).objects()).hasSize(2);
        assertThat(json("policies", "trust", name).object().get("policyId").asText())
                .isEqualTo(id);
        var unknown = run("policies", "show", "No such name");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("No such name").hasLineCount(1);
    }

    @Test
    void trustIsListedAndOnlyGivenWhereItWasEarned() {
        json("import", mailbox.toString());
        var all = json("policies", "trust").objects();
        assertThat(all).hasSameSizeAs(json("policies", "list").objects());
        assertThat(all).allSatisfy(one -> {
            assertThat(one.get("level").asText()).isEqualTo("suggest");
            assertThat(one.get("decided").asInt()).isZero();
            assertThat(one.get("missing").asInt()).isEqualTo(73);
            assertThat(one.get("demoted").isNull()).isTrue();
        });
        assertThat(all.stream().map(one -> one.get("mayAct").asBoolean())).contains(true, false);
        var first = all.stream()
                .filter(one -> one.get("mayAct").asBoolean())
                .findFirst()
                .orElseThrow();
        var id = first.get("policyId").asText();

        assertThat(json("policies", "trust", id).object()).isEqualTo(first);
        assertThat(json("policies", "trust", id, "--ask").object()).isEqualTo(first);
        var refused = run("policies", "trust", id, "--automatic");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("73 more approvals").hasLineCount(1);
        assertThat(run("policies", "trust", "999").exit()).isEqualTo(1);
        assertThat(run("policies", "trust", "--ask").exit()).isEqualTo(2);
        assertThat(run("policies", "trust", id, "--ask", "--automatic").exit()).isEqualTo(2);
    }
}
