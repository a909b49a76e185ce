package io.countersign.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The build runs two processes of tests at a time, and those with a window alone afterwards: it knows them by their tag. */
final class WindowTestsTest {
    @Test
    void everyTestWithAWindowIsTaggedAsOne() {
        var tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("io.countersign");

        classes().that(haveAWindow()).should().beAnnotatedWith(taggedAsOne()).check(tests);
    }

    private static DescribedPredicate<JavaClass> haveAWindow() {
        return DescribedPredicate.describe(
                "have a window",
                test -> test.tryGetAnnotationOfType(ExtendWith.class)
                        .filter(with -> List.of(with.value()).contains(ApplicationExtension.class))
                        .isPresent());
    }

    private static DescribedPredicate<JavaAnnotation<?>> taggedAsOne() {
        return DescribedPredicate.describe(
                "@Tag(\"ui\")",
                annotation -> annotation.getRawType().isEquivalentTo(Tag.class)
                        && annotation.get("value").filter("ui"::equals).isPresent());
    }
}
