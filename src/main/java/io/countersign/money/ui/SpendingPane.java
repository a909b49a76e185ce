package io.countersign.money.ui;

import io.countersign.money.Figure;
import io.countersign.money.Receipt;
import io.countersign.money.ui.SpendingReport.Kind;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Segments;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What was spent, by month, by merchant and by category, one currency at a time. */
final class SpendingPane extends StackPane {
    private static final double SIDE_BY_SIDE_EM = 58;
    private static final int MOST_TOGGLES = 5;

    private final MoneyViewModel money;
    private final ObjectProperty<String> currency = new SimpleObjectProperty<>("");
    private List<String> offered = List.of();
    private final MoneyWords words;
    private final SpendingChart chart;
    private final Label title = new Label();
    private final Label readout = new Label();
    private final HBox currencies = new HBox();
    private final FlowPane legend = new FlowPane();
    private final FlowPane figures = new FlowPane();
    private final VBox totals = new VBox();
    private final VBox chartCard = new VBox();
    private final VBox totalsCard = new VBox();
    private final GridPane both = new GridPane();
    private final EmptyState nothing = new EmptyState();

    SpendingPane(MoneyViewModel money, MoneyWords words) {
        this.money = money;
        this.words = words;
        chart = new SpendingChart(words, this::open, this::point);
        getStyleClass().add("spending-part");
        chartCard();
        totalsCard();
        both.getStyleClass().add("spending-both");
        both.getChildren().addAll(chartCard, totalsCard);
        nothing.setId("no-spending");
        nothing.setIcon("mdi2c-chart-bar-stacked");
        nothing.setTitle(words.get("money.spending.empty"));
        nothing.setMessage(words.get("money.spending.empty.hint"));
        var empty = new StackPane(nothing);
        empty.getStyleClass().add("card");
        empty.visibleProperty().bind(nothing.visibleProperty());
        getChildren().addAll(both, empty);
        money.spending().reportProperty().subscribe(this::show);
        widthProperty().subscribe(_ -> arrange());
    }

    /** Gives the keyboard to the bars. */
    void focusChart() {
        chart.requestFocus();
    }

    private void chartCard() {
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        currencies.getStyleClass().add("kinds");
        currencies.setMinWidth(USE_PREF_SIZE);
        var header = new HBox(title, currencies);
        header.getStyleClass().add("card-header");
        header.setMinHeight(USE_PREF_SIZE);
        figures.getStyleClass().add("spending-figures");
        figures.setMinHeight(USE_PREF_SIZE);
        readout.getStyleClass().addAll("muted", "small", "readout");
        readout.setWrapText(true);
        readout.setMinHeight(USE_PREF_SIZE);
        legend.getStyleClass().add("legend");
        legend.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(chart, Priority.ALWAYS);
        var body = new VBox(figures, chart, legend, readout);
        body.getStyleClass().add("chart-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        chartCard.getStyleClass().add("card");
        chartCard.getChildren().addAll(header, body);
        chartCard.setMinWidth(0);
    }

    private void totalsCard() {
        totals.getStyleClass().add("totals");
        var scroll = new ScrollPane(totals);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        totalsCard.getStyleClass().add("card");
        totalsCard.getChildren().add(scroll);
        totalsCard.setMinWidth(0);
    }

    private void show(SpendingReport report) {
        nothing.setVisible(report.currencies().isEmpty());
        both.setVisible(!nothing.isVisible());
        boolean years = !report.bars().isEmpty() && report.bars().getFirst().isYear();
        var name = words.get(years ? "money.spending.by.year" : "money.spending.by.month", report.currency());
        title.setText(name + words.span(report.bars()));
        readout.setText(words.get("money.spending.help"));
        currencies(report);
        figures(report);
        legend(report);
        chart.show(report);
        chart.setAccessibleText(title.getText() + ". " + readout.getText());
        totals.getChildren().clear();
        var shares = new ShareList(words, report.currency(), this::open);
        shares.addTo(totals, words.get("money.spending.by.merchant"), report.byMerchant(), words::name);
        shares.addTo(totals, words.get("money.spending.by.category"), report.byCategory(), words::category);
        arrange();
    }

    private void currencies(SpendingReport report) {
        currency.set(report.currency());
        if (!report.currencies().equals(offered)) {
            offered = report.currencies();
            currencies.getChildren().setAll(offered.size() > MOST_TOGGLES ? List.of(currencyBox()) : currencyButtons());
        }
    }

    private List<ToggleButton> currencyButtons() {
        if (offered.size() < 2) {
            return List.of();
        }
        var segments = new Segments<String>();
        var buttons = offered.stream()
                .map(code -> segments.add(code, "spending-" + code, code))
                .toList();
        segments.bind(currency, money.spending()::choose);
        return buttons;
    }

    private ComboBox<String> currencyBox() {
        var box = new ComboBox<String>();
        box.setId("spending-currency");
        box.setAccessibleText(words.get("money.filter.currency"));
        box.getItems().setAll(offered);
        currency.subscribe(box::setValue);
        box.setOnAction(_ -> money.spending().choose(box.getValue()));
        return box;
    }

    private void figures(SpendingReport report) {
        figures.getChildren().clear();
        report.kinds().forEach((kind, figure) -> {
            if (kind == Kind.SPENT || figure.count() > 0) {
                figures.getChildren().add(figure(kind, figure, report.currency()));
            }
        });
    }

    private Button figure(Kind kind, Figure figure, String currency) {
        var name = words.get("money.figure." + kind.name());
        var label = new Label(name);
        label.getStyleClass().addAll("muted", "small");
        var amount = new Label(words.formats().rounded(figure.total(), currency));
        amount.getStyleClass().addAll("strong", "num", "left");
        var button = new Button(null, new VBox(label, amount));
        button.setId("figure-" + kind.name());
        button.getStyleClass().setAll("figure-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(name + ": " + words.money(figure.total(), currency));
        button.setOnAction(_ -> open(name + " · " + currency, figure.receipts()));
        return button;
    }

    private void legend(SpendingReport report) {
        legend.getChildren().clear();
        for (int i = 0; i < report.series().size(); i++) {
            legend.getChildren().add(legendItem(i, words.seriesName(report, i)));
        }
        boolean others = report.bars().stream()
                .flatMap(bar -> bar.parts().stream())
                .anyMatch(part -> part.series() == SpendingBar.SERIES);
        if (others) {
            legend.getChildren().add(legendItem(SpendingBar.SERIES, words.get("money.spending.others")));
        }
    }

    private static HBox legendItem(int series, String name) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "bar-part", "series-" + series);
        var label = new Label(name);
        label.getStyleClass().add("small");
        label.setMaxWidth(220);
        var item = new HBox(swatch, label);
        item.getStyleClass().add("legend-item");
        return item;
    }

    private void point(SpendingChart.Chosen chosen) {
        readout.setText(
                words.part(money.spending().reportProperty().get(), chosen).replace("\n", " · "));
    }

    private void open(SpendingChart.Chosen chosen) {
        open(
                words.drill(money.spending().reportProperty().get(), chosen),
                chosen.figure().receipts());
    }

    private void open(String name, List<Receipt> receipts) {
        if (!receipts.isEmpty()) {
            money.drill(SpendingViewModel.drill(name, receipts));
        }
    }

    /** The totals beside the bars where there is room for both, else below them. */
    private void arrange() {
        double em = title.getFont().getSize();
        boolean beside = getWidth() >= SIDE_BY_SIDE_EM * em;
        GridPane.setConstraints(chartCard, 0, 0);
        GridPane.setConstraints(totalsCard, beside ? 1 : 0, beside ? 0 : 1);
        GridPane.setHgrow(chartCard, Priority.ALWAYS);
        GridPane.setVgrow(chartCard, Priority.ALWAYS);
        GridPane.setVgrow(totalsCard, beside ? Priority.ALWAYS : Priority.NEVER);
        totalsCard.setPrefWidth(beside ? Math.min(27 * em, getWidth() * 0.36) : getWidth());
        totalsCard.setMinWidth(beside ? totalsCard.getPrefWidth() : 0);
        totalsCard.setMinHeight((beside ? 12 : 22) * em);
    }
}
