package benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Curves as an SVG file. Colours are explicit, on a white ground, so that the picture can
 * be read on dark pages too.
 */
final class Chart {

	private static final int WIDTH = 760;

	private static final int HEIGHT = 380;

	private static final int LEFT = 80;

	private static final int TOP = 50;

	private static final int PLOT_WIDTH = 490;

	private static final int PLOT_HEIGHT = 270;

	private static final List<String> COLOURS = List.of("#1f77b4", "#d95f02", "#2a9d5c", "#7b5cc4", "#b8860b",
			"#c2185b");

	/** From which ratio of the largest to the smallest value an axis is logarithmic. */
	private static final double WIDE = 10;

	private final String title;

	private final String across;

	private final String up;

	private final List<Series> all = new ArrayList<>();

	Chart(String title, String across, String up) {
		this.title = title;
		this.across = across;
		this.up = up;
	}

	record Point(double x, double y) {
	}

	private record Series(String name, List<Point> points) {
	}

	Chart with(String name, List<Point> points) {
		this.all.add(new Series(name, List.copyOf(points)));
		return this;
	}

	/** The same in Markdown; all series have the same points, as far as they go. */
	List<String> table() {
		List<String> lines = new ArrayList<>();
		lines.add("| " + this.across + " | "
				+ this.all.stream().map((one) -> one.name() + ", " + this.up).collect(Collectors.joining(" | "))
				+ " |");
		lines.add("|---".repeat(this.all.size() + 1) + "|");
		for (int i = 0; i < this.all.get(0).points().size(); i++) {
			int row = i;
			lines.add(String.format(Locale.ROOT, "| %,.0f |", this.all.get(0).points().get(row).x()) + this.all.stream()
				.map((one) -> " " + figure(one.points().get(row).y()) + " |")
				.collect(Collectors.joining()));
		}
		return lines;
	}

	private static String figure(double value) {
		return String.format(Locale.ROOT, (value >= 100) ? "%,.0f" : (value >= 10) ? "%.1f" : "%.3g", value);
	}

	void write(Path file) throws IOException {
		Axis x = axis(Point::x);
		Axis y = axis(Point::y);
		StringBuilder svg = new StringBuilder();
		add(svg, """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
				<rect width="100%%" height="100%%" fill="#ffffff"/>""", WIDTH, HEIGHT);
		text(svg, LEFT, 26, "start", "font-size=\"16\"", this.title);
		for (double tick : x.ticks()) {
			double at = LEFT + PLOT_WIDTH * x.share(tick);
			line(svg, at, TOP, at, TOP + PLOT_HEIGHT);
			text(svg, at, TOP + PLOT_HEIGHT + 18, "middle", "", label(tick));
		}
		for (double tick : y.ticks()) {
			double at = TOP + PLOT_HEIGHT * (1 - y.share(tick));
			line(svg, LEFT, at, LEFT + PLOT_WIDTH, at);
			text(svg, LEFT - 8, at + 4, "end", "", label(tick));
		}
		text(svg, LEFT + PLOT_WIDTH / 2.0, HEIGHT - 18, "middle", "", this.across);
		double middle = TOP + PLOT_HEIGHT / 2.0;
		text(svg, 20, middle, "middle", "transform=\"rotate(-90 20 %.1f)\"".formatted(middle), this.up);
		for (int i = 0; i < this.all.size(); i++) {
			add(svg, "<g fill=\"none\" stroke-width=\"2\" stroke=\"%s\">", COLOURS.get(i));
			StringBuilder path = new StringBuilder();
			for (Point point : this.all.get(i).points()) {
				double left = LEFT + PLOT_WIDTH * x.share(point.x());
				double top = TOP + PLOT_HEIGHT * (1 - y.share(point.y()));
				path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", left, top));
				add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", left, top);
			}
			int top = TOP + 12 + 24 * i;
			add(svg, "<path d=\"%s\"/><path d=\"M%d %d h20\"/></g>", path, LEFT + PLOT_WIDTH + 14, top);
			text(svg, LEFT + PLOT_WIDTH + 40, top + 4, "start", "", this.all.get(i).name());
		}
		add(svg, "</svg>");
		Files.createDirectories(file.getParent());
		Files.writeString(file, svg);
	}

	private static void add(StringBuilder svg, String format, Object... values) {
		svg.append(String.format(Locale.ROOT, format, values)).append('\n');
	}

	private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
		add(svg, "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"#cccccc\"/>", x1, y1, x2, y2);
	}

	private static void text(StringBuilder svg, double x, double y, String anchor, String more, String text) {
		add(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333333\" %s>%s</text>", x, y, anchor, more,
				text);
	}

	private static String label(double value) {
		if (value >= 1e6) {
			return String.format(Locale.ROOT, "%.0f M", value / 1e6);
		}
		return (value >= 1) ? String.format(Locale.ROOT, "%,.0f", value)
				: String.valueOf(Math.round(value * 1e6) / 1e6).replaceFirst("\\.0$", "");
	}

	private Axis axis(ToDoubleFunction<Point> coordinate) {
		double[] values = this.all.stream().flatMap((one) -> one.points().stream()).mapToDouble(coordinate).toArray();
		double least = Double.POSITIVE_INFINITY;
		double most = 0;
		for (double value : values) {
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		if (least > 0 && most / least > WIDE) {
			return new Axis(1 / nice(1 / least), nice(most), true);
		}
		double step = nice(most / 5);
		return new Axis(0, step * Math.ceil(most / step), false);
	}

	/** The smallest of 1, 2, 5, 10, 20, 50, … and 0.5, 0.2, 0.1, … that is no less. */
	private static double nice(double value) {
		double power = Math.pow(10, Math.floor(Math.log10(value * 0.999999)));
		double digit = value * 0.999999 / power;
		return power * ((digit <= 1) ? 1 : (digit <= 2) ? 2 : (digit <= 5) ? 5 : 10);
	}

	private record Axis(double from, double to, boolean logarithmic) {

		double share(double value) {
			return this.logarithmic
					? (Math.log(value) - Math.log(this.from)) / (Math.log(this.to) - Math.log(this.from))
					: (value - this.from) / (this.to - this.from);
		}

		List<Double> ticks() {
			List<Double> ticks = new ArrayList<>();
			if (this.logarithmic) {
				boolean every = this.to < 999 * this.from;
				for (double tick = this.from; tick <= this.to * 1.001; tick = nice(tick * 1.01)) {
					double exponent = Math.log10(tick);
					if (every || Math.abs(exponent - Math.rint(exponent)) < 1e-6) {
						ticks.add(tick);
					}
				}
			}
			else {
				double step = nice(this.to / 5);
				for (double tick = 0; tick <= this.to * 1.001; tick += step) {
					ticks.add(tick);
				}
			}
			return ticks;
		}

	}

}
