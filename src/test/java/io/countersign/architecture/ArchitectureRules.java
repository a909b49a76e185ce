package io.countersign.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of the architecture, for the classes below one root package: the product's own, or the planted ones that
 * prove that each rule can fail.
 */
final class ArchitectureRules {
    /** Features in the order in which data flows: each may use those before it, {@code mail} and {@code shared}. */
    private static final List<String> FLOW = List.of(
            "mail",
            "classify",
            "money",
            "ats",
            "search",
            "policy",
            "learning",
            "approval",
            "insight",
            "ask",
            "job",
            "api");

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    /** Every rule by its name. */
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("only ui and app know JavaFX", onlyUiKnowsJavaFx());
        rules.put("only cli and app know picocli", onlyCliKnowsPicocli());
        rules.put("a view model knows no scene, stage, FXML or Platform", viewModelsKnowNoWindow());
        rules.put("a controller never sees a service or a repository", controllersOnlyBind());
        rules.put("only jdbc, shared.db and app know SQL", onlyJdbcKnowsSql());
        rules.put(
                "only money.pdf knows PDFBox", onlyKnows(".money.pdf", "org.apache.pdfbox..", "org.apache.fontbox.."));
        rules.put("only search.lucene knows Lucene", onlyKnows(".search.lucene", "org.apache.lucene.."));
        rules.put(
                "only search.elastic knows Elasticsearch",
                onlyKnows(".search.elastic", "co.elastic..", "org.apache.hc.."));
        rules.put(
                "only search.embedding knows a model of sentences", onlyKnows(".search.embedding", "ai.onnxruntime.."));
        rules.put("only api.http knows Jetty", onlyKnows(".api.http", "org.eclipse.jetty.."));
        rules.put(
                "only api.metrics and app know Micrometer",
                onlyKnow(List.of(".api.metrics..", ".app.."), "io.micrometer..", "io.prometheus.."));
        rules.put("only app knows Logback", onlyKnows(".app", "ch.qos.logback.."));
        rules.put("api asks services, never the database", apiKnowsNoDatabase());
        rules.put("only ask.llm knows a language model", onlyAskLlmKnowsALanguageModel());
        rules.put("only job.jdbc knows db-scheduler", onlyKnows(".job.jdbc", "com.github.kagkarlsson.."));
        rules.put("only job.power asks the hardware", onlyKnows(".job.power", "oshi.."));
        rules.put("job knows no other feature", jobKnowsNoOtherFeature());
        rules.put("features depend along the flow of data", featuresDependAlongTheFlow());
        rules.put("ask learns nothing and counts no policies", askOnlyReadsAndProposes());
        rules.put("features form no cycles", noCycles());
        rules.put("nothing depends on app", nothingDependsOnApp());
        rules.put("no static state", noStaticState());
        rules.put("time comes from a clock", timeComesFromAClock());
        rules.put("nothing sleeps", nothingSleeps());
        return rules;
    }

    private ArchRule onlyUiKnowsJavaFx() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + "..ui..", root + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .allowEmptyShould(true);
    }

    private ArchRule onlyCliKnowsPicocli() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + "..cli..", root + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .allowEmptyShould(true);
    }

    private ArchRule viewModelsKnowNoWindow() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAPackage("javafx.scene..")
                        .or(resideInAPackage("javafx.stage.."))
                        .or(resideInAPackage("javafx.fxml.."))
                        .or(simpleNameEndingWith("Platform").and(resideInAPackage("javafx.application.."))))
                .allowEmptyShould(true);
    }

    private ArchRule controllersOnlyBind() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat(simpleNameEndingWith("Service")
                        .or(simpleNameEndingWith("Repository"))
                        .and(resideInAPackage(root + "..")))
                .allowEmptyShould(true);
    }

    private ArchRule onlyJdbcKnowsSql() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + "..jdbc..", root + ".shared.db..", root + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.h2..", "org.flywaydb..", "org.jdbi..", "org.postgresql..")
                .allowEmptyShould(true);
    }

    private ArchRule onlyKnows(String owner, String... library) {
        return onlyKnow(List.of(owner + ".."), library);
    }

    private ArchRule onlyKnow(List<String> owners, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        owners.stream().map(owner -> root + owner).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .allowEmptyShould(true);
    }

    private ArchRule apiKnowsNoDatabase() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + "..jdbc..", root + ".shared.db..")
                .allowEmptyShould(true);
    }

    private ArchRule onlyAskLlmKnowsALanguageModel() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".ask.llm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j..", "com.github.javakeyring..")
                .allowEmptyShould(true);
    }

    private ArchRule featuresDependAlongTheFlow() {
        var later = FLOW.stream().skip(1).toList();
        var rule = noFeatureDependsOn("mail", later);
        for (int i = 1; i < FLOW.size() - 1; i++) {
            rule = CompositeArchRule.of(rule).and(noFeatureDependsOn(FLOW.get(i), FLOW.subList(i + 1, FLOW.size())));
        }
        return rule;
    }

    private ArchRule noFeatureDependsOn(String feature, List<String> others) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        others.stream().map(other -> root + "." + other + "..").toArray(String[]::new))
                .allowEmptyShould(true);
    }

    /** Of classify it shares the form of data files; everything else it is told by mail, money, ats, search, policy and approval. */
    private ArchRule askOnlyReadsAndProposes() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".ask..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".learning..")
                        .or(resideInAPackage(root + ".insight.."))
                        .or(resideInAPackage(root + ".demo.."))
                        .or(resideInAPackage(root + ".classify..")
                                .and(not(nameMatching(root.replace(".", "\\.") + "\\.classify\\.DataFile.*")))))
                .allowEmptyShould(true);
    }

    /** What jobs do is handed to them. */
    private ArchRule jobKnowsNoOtherFeature() {
        return noFeatureDependsOn(
                "job", FLOW.stream().filter(feature -> !feature.equals("job")).toList());
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private ArchRule nothingDependsOnApp() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".app..")
                .allowEmptyShould(true);
    }

    private ArchRule noStaticState() {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .beFinal()
                .allowEmptyShould(true);
    }

    private ArchRule timeComesFromAClock() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .allowEmptyShould(true);
    }

    private ArchRule nothingSleeps() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .allowEmptyShould(true);
    }
}
