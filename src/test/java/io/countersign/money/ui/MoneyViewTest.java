package io.countersign.money.ui;

import static io.countersign.shared.ui.TestWindow.isShown;
import static io.countersign.shared.ui.TestWindow.shows;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.ReceiptKind;
import io.countersign.money.Receipt;
import io.countersign.money.SampleDesk;
import io.countersign.money.ui.MoneyViewModel.Tab;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Choice;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.TestWindow;
import io.countersign.shared.ui.View;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class MoneyViewTest {
    @TempDir
    private Path folder = Path.of("");

    private final SampleDesk.Filled desk = SampleDesk.fill();
    private final DirectTasks tasks = new DirectTasks();
    private final MoneyStage screen = new MoneyStage(desk.money(), desk.mail(), tasks, Locale.ENGLISH);
    private final MoneyViewModel model = screen.model;

    @Start
    void show(Stage stage) {
        var scene = TestWindow.show(stage, screen.show());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (!(key.getTarget() instanceof TextInputControl)) {
                screen.commands.run(key);
            }
        });
    }

    private List<ReceiptRow> rows() {
        return List.copyOf(model.receipts().rows());
    }

    private ReceiptRow chosen() {
        return model.receipts().selectedProperty().get().orElseThrow();
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#receipts").queryAs(TableView.class);
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(FxRobot robot, String box, String words) {
        var combo = (ComboBox<Choice<T>>) robot.lookup(box).queryAs(ComboBox.class);
        robot.interact(() -> combo.setValue(combo.getItems().stream()
                .filter(choice -> choice.words().equals(words))
                .findFirst()
                .orElseThrow()));
    }

    private void choose(FxRobot robot, String merchant) {
        robot.interact(() -> model.receipts()
                .selectedProperty()
                .set(rows().stream()
                        .filter(row -> row.merchant().equals(merchant))
                        .findFirst()));
        WaitForAsyncUtils.waitForFxEvents(); // buttons take their contents in with their first styles
    }

    @Test
    void totalsAreOfEachCurrencyAndNeverAcross(FxRobot robot) {
        var euros = model.snapshotProperty().get().receipts().stream()
                .filter(r -> r.currency().equals("EUR") && r.isSpending())
                .map(Receipt::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(model.receipts().totalsProperty().get().getFirst().total()).isEqualByComparingTo(euros);
        assertThat(shows(robot, String.format(Locale.ENGLISH, "%,.2f", euros))).isTrue();
        assertThat(shows(robot, "24.35 / month")).isTrue();
        assertThat(shows(robot, "139.80")).isTrue();
        assertThat(screen.counts.of(View.MONEY).get()).isEqualTo(2);
    }

    @Test
    void listsAboveTheTableNarrowIt(FxRobot robot) {
        choose(robot, "#merchant", "Fresh Basket");
        assertThat(rows()).isNotEmpty().allMatch(row -> row.merchant().equals("Fresh Basket"));
        choose(robot, "#merchant", "All merchants");
        choose(robot, "#currency", "USD");
        choose(robot, "#kind", "subscription");
        assertThat(rows()).isNotEmpty().allMatch(row -> row.kind() == ReceiptKind.SUBSCRIPTION);
        choose(robot, "#period", "Last year");
        assertThat(rows()).hasSize(1).allMatch(row -> row.date().getYear() == 2025);
        choose(robot, "#currency", "GBP");
        assertThat(shows(robot, "No receipt matches")).isTrue();
        robot.clickOn("#show-all");
        assertThat(rows()).hasSameSizeAs(model.snapshotProperty().get().charges());
    }

    @Test
    void chosenDaysAreIncluded(FxRobot robot) {
        choose(robot, "#period", "Between two days");
        var day = LocalDate.of(2026, 11, 18);
        robot.interact(() -> {
            robot.lookup("#from").queryAs(javafx.scene.control.DatePicker.class).setValue(day);
            robot.lookup("#to").queryAs(javafx.scene.control.DatePicker.class).setValue(day);
        });
        assertThat(rows()).isNotEmpty().allMatch(row -> row.date().equals(day));
    }

    @Test
    void textNarrowsByMerchantSubjectAndOrder(FxRobot robot) {
        robot.interact(() -> model.receipts()
                .filterProperty()
                .set(model.receipts().filterProperty().get().withText("bl-2231")));
        assertThat(rows()).extracting(ReceiptRow::merchant).containsExactly("Book Loft");
        robot.interact(() -> model.receipts()
                .filterProperty()
                .set(model.receipts().filterProperty().get().withText("TRIP uber")));
        assertThat(rows()).isNotEmpty().allMatch(row -> row.merchant().equals("Uber"));
    }

    // By the table's own order rather than by a click: the headless platform takes every press for a context menu.
    @Test
    void columnsSortWithoutTheTableSortingItself(FxRobot robot) {
        sort(robot, ReceiptOrder.Column.AMOUNT, false);
        assertThat(rows().stream().map(row -> row.amount().orElseThrow()).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        sort(robot, ReceiptOrder.Column.MERCHANT, true);
        assertThat(rows().getFirst().merchant()).isEqualTo("Acme Payroll");
        assertThat(rows().getLast().merchant()).isEqualTo("ספרים בע״מ");
        assertThat(table(robot).getItems()).hasSameSizeAs(rows());
    }

    private static void sort(FxRobot robot, ReceiptOrder.Column by, boolean ascending) {
        robot.interact(() -> {
            var column = table(robot).getColumns().stream()
                    .filter(each -> each.getId().equals("money." + by.name().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
            column.setSortType(ascending ? SortType.ASCENDING : SortType.DESCENDING);
            sortBy(table(robot), column);
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> void sortBy(TableView<T> table, TableColumn<?, ?> column) {
        table.getSortOrder().setAll(List.of((TableColumn<T, ?>) column));
    }

    @Test
    void arrowsGoThroughTheTableAndShowTheMailBehindEachRow(FxRobot robot) {
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.DOWN);
        var first = chosen();
        robot.type(KeyCode.DOWN);
        assertThat(chosen()).isNotEqualTo(first).isEqualTo(rows().get(1));
        assertThat(model.receipts().mailProperty().get()).isInstanceOf(MailState.Ready.class);
        robot.type(KeyCode.K);
        assertThat(chosen()).isEqualTo(first);
        robot.type(KeyCode.ESCAPE);
        assertThat(model.receipts().selectedProperty().get()).isEmpty();
    }

    @Test
    void allMailsBehindAReceiptCanBeRead(FxRobot robot) {
        choose(robot, "Book Loft");
        assertThat(shows(robot, "merged from 2 mails") || shows(robot, "Shipped: order BL-2231"))
                .isTrue();
        robot.clickOn("Shipped: order BL-2231");
        assertThat(model.receipts().mailProperty().get())
                .isInstanceOfSatisfying(
                        MailState.Ready.class,
                        ready -> assertThat(ready.messageId())
                                .isEqualTo(
                                        chosen().statements().get(1).message().id()));
    }

    @Test
    void correctionIsCheckedSavedToldAndTakenBack(FxRobot robot) {
        choose(robot, "CloudHost");
        var before = chosen();
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.E);
        var amount = robot.lookup("#correct-amount").queryAs(TextField.class);
        assertThat(amount.isFocused()).isTrue();
        robot.write("twelve").type(KeyCode.ENTER);
        assertThat(shows(robot, "Type an amount")).isTrue();
        robot.interact(() -> amount.setText("1,024.50"));
        robot.clickOn("#save-correction");
        assertThat(chosen().amount()).hasValueSatisfying(a -> assertThat(a).isEqualByComparingTo("1024.50"));
        assertThat(chosen().isByHand()).isTrue();
        assertThat(shows(robot, "corrected by hand")).isTrue();
        assertThat(screen.toasts.said().getLast()).isEqualTo("Corrected: CloudHost · Undo");
        robot.interact(screen.toasts::press);
        assertThat(chosen()).isEqualTo(before);
    }

    @Test
    void whatIsNoChargeLeavesTheTableUntilItIsTakenBack(FxRobot robot) {
        choose(robot, "Book Loft");
        int before = rows().size();
        robot.clickOn("#dismiss");
        assertThat(rows()).hasSize(before - 1).noneMatch(row -> row.merchant().equals("Book Loft"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(rows()).hasSize(before);
        assertThat(screen.toasts.said()).containsExactly("Not a charge: Book Loft · Undo", "Taken back");
        robot.interact(screen.toasts::press);
        assertThat(rows()).hasSize(before);
    }

    @Test
    void chargesWithoutAnAmountAreFilledInByHand(FxRobot robot) {
        robot.clickOn("#without-amount");
        assertThat(rows()).hasSize(3).allMatch(row -> row.amount().isEmpty());
        robot.interact(() -> model.receipts().moveBy(1));
        robot.clickOn("#correct");
        robot.interact(() -> {
            robot.lookup("#correct-amount").queryAs(TextField.class).setText("4.50");
            robot.lookup("#correct-currency").queryAs(TextField.class).setText("eur");
        });
        robot.clickOn("#save-correction");
        assertThat(rows()).hasSize(2);
        assertThat(model.snapshotProperty().get().receipts())
                .anyMatch(
                        r -> r.merchant().equals("Metro Parking") && r.amount().compareTo(new BigDecimal("4.50")) == 0);
    }

    @Test
    void whatTheTableShowsIsExportedInItsOrder(FxRobot robot) throws Exception {
        var file = folder.resolve("mine.csv");
        screen.files.saveTo(file);
        choose(robot, "#currency", "USD");
        sort(robot, ReceiptOrder.Column.MERCHANT, true);
        robot.clickOn("Export CSV…");
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(rows().size() + 1);
        assertThat(lines.get(1))
                .startsWith(rows().getFirst().date() + "," + rows().getFirst().merchant());
        assertThat(screen.files.suggested()).containsExactly("receipts-2026-11-23.csv");
        assertThat(screen.toasts.said()).containsExactly("Exported " + rows().size() + " receipts to mine.csv");
    }

    @Test
    void exportThatFailsLeavesTheButtonUsableAndNothingBehind(FxRobot robot) {
        screen.files.saveTo(folder.resolve("not/there.csv"));
        robot.clickOn("Export CSV…");
        assertThat(tasks.failures()).hasSize(1);
        assertThat(robot.lookup("#export").query().isDisabled()).isFalse();
    }

    @Test
    void duplicatesAreAnsweredByKeysAndTheAnswerCanBeChanged(FxRobot robot) {
        robot.type(KeyCode.DIGIT2);
        assertThat(model.tabProperty().get()).isEqualTo(Tab.DUPLICATES);
        var first = model.duplicates().currentProperty().get().orElseThrow();
        assertThat(shows(robot, "Fresh Basket charged EUR 69.90 twice, 2 days apart"))
                .isTrue();
        robot.type(KeyCode.J);
        var second = model.duplicates().currentProperty().get().orElseThrow();
        robot.type(KeyCode.K).type(KeyCode.D);
        assertThat(desk.money().answerOf(first)).contains(true);
        assertThat(model.duplicates().currentProperty().get().orElseThrow().later())
                .isEqualTo(second.later());
        robot.type(KeyCode.N);
        assertThat(desk.money().answerOf(second)).contains(false);
        assertThat(screen.counts.of(View.MONEY).get()).isZero();
        assertThat(shows(robot, "Nothing was paid twice")).isTrue();
        robot.type(KeyCode.Z);
        assertThat(desk.money().answerOf(second)).isEmpty();
        assertThat(screen.counts.of(View.MONEY).get()).isEqualTo(1);
        robot.type(KeyCode.A);
        assertThat(model.duplicates().pairs()).hasSize(2);
        robot.interact(() -> model.duplicates()
                .currentProperty()
                .set(model.duplicates().pairs().stream()
                        .filter(p -> p.later().equals(first.later()))
                        .findFirst()));
        robot.type(KeyCode.N);
        assertThat(desk.money().answerOf(first)).contains(false);
        robot.type(KeyCode.R);
        assertThat(desk.money().answerOf(first)).isEmpty();
    }

    @Test
    void barOpensTheReceiptsThatItIsTheSumOf(FxRobot robot) {
        robot.type(KeyCode.DIGIT3);
        var report = model.spending().reportProperty().get();
        robot.interact(() -> robot.lookup("#spending-chart").query().requestFocus());
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT).type(KeyCode.ENTER);
        var bar = report.bars().get(report.bars().size() - 2);
        assertThat(model.tabProperty().get()).isEqualTo(Tab.RECEIPTS);
        assertThat(rows()).hasSameSizeAs(bar.whole().receipts());
        assertThat(model.receipts().totalsProperty().get()).singleElement().satisfies(total -> {
            assertThat(total.total()).isEqualByComparingTo(bar.whole().total());
            assertThat(total.currency()).isEqualTo(report.currency());
        });
        assertThat(shows(robot, "October 2026 · EUR")).isTrue();
        robot.clickOn("#clear-drill");
        assertThat(rows()).hasSizeGreaterThan(bar.whole().receipts().size());
    }

    @Test
    void partOfABarAndATotalOpenTheirReceiptsByMouse(FxRobot robot) {
        robot.clickOn("#tab-spending");
        robot.clickOn(robot.lookup(".series-1").nth(1).<Node>query());
        assertThat(rows()).isNotEmpty().extracting(ReceiptRow::merchant).containsOnly("Fresh Basket");
        robot.clickOn("#tab-spending").clickOn("#spending-USD");
        robot.clickOn(robot.lookup(node -> node.getStyleClass().contains("share-line")
                        && node.getAccessibleText().startsWith("CloudHost"))
                .<Node>query());
        assertThat(rows()).isNotEmpty().allMatch(row -> row.merchant().equals("CloudHost"));
        robot.clickOn("#tab-spending").clickOn("#figure-PENDING");
        assertThat(rows()).extracting(ReceiptRow::merchant).containsExactly("Book Loft");
    }

    @Test
    void failureToReadIsToldWithAWayToTryAgain(FxRobot robot) {
        desk.money().breakDown(true);
        robot.interact(() -> {
            choose(robot, "nobody");
            model.load();
        });
        assertThat(model.loadFailureProperty().get()).contains("The database did not answer");
        assertThat(rows()).isNotEmpty();
        desk.money().breakDown(false);
        robot.interact(model::load);
        assertThat(model.loadFailureProperty().get()).isEmpty();
    }

    @Test
    void everyControlHasAName(FxRobot robot) {
        choose(robot, "Book Loft");
        robot.interact(() -> model.receipts().correctingProperty().set(true));
        for (var tab : Tab.values()) {
            robot.interact(() -> model.tabProperty().set(tab));
            var nameless = robot.lookup(node -> node.isFocusTraversable()
                            && isShown(node)
                            && !(node instanceof javafx.scene.control.ScrollPane)
                            && !(node instanceof javafx.scene.control.Cell<?>)
                            && node.getParent() != null
                            && Optional.ofNullable(node.getAccessibleText())
                                    .orElse("")
                                    .isEmpty()
                            && !(node instanceof Labeled labeled
                                    && labeled.getText() != null
                                    && !labeled.getText().isEmpty())
                            && !(node.getParent() instanceof javafx.scene.control.DatePicker))
                    .queryAll();
            assertThat(nameless).as("in %s", tab).isEmpty();
        }
    }
}
