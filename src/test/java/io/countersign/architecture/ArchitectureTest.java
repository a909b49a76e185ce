package io.countersign.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planted.mail.Innocent;

/** The product keeps every rule; the classes in {@code planted} break every rule, so none of them is empty words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
    private final ArchitectureRules rules = new ArchitectureRules("io.countersign");
    private final ArchitectureRules plantedRules = new ArchitectureRules("planted");
    private JavaClasses product = new ClassFileImporter().importClasses();
    private JavaClasses planted = product;

    @BeforeAll
    void importClasses() {
        product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.countersign");
        planted = new ClassFileImporter().importPackages("planted");
    }

    private Stream<String> names() {
        return rules.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theProductKeepsTheRule(String name) {
        var rule = rules.all().get(name);
        assertThat(rule).isNotNull();
        rule.check(product);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPlantedBreachIsFound(String name) {
        var rule = plantedRules.all().get(name);
        assertThat(rule).isNotNull();
        assertThat(rule.evaluate(planted).hasViolation()).isTrue();
    }

    /** A rule that matches everything would also find a breach: this class breaks none. */
    @ParameterizedTest
    @MethodSource("names")
    void anInnocentClassBreaksNoRule(String name) {
        var rule = plantedRules.all().get(name);
        assertThat(rule).isNotNull();
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(Innocent.class))
                        .hasViolation())
                .isFalse();
    }
}
