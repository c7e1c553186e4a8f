package benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FileSystemUtils;

/**
 * How the service's memory grows with the models that it has loaded.
 */
final class MemoryGrowth {

	private final Path folder;

	MemoryGrowth(Path folder) {
		this.folder = folder;
	}

	void measure() throws IOException, InterruptedException {
		Path data = this.folder.resolve("data");
		byte[] weights;
		try (Service service = GrowthBenchmark.service(data)) {
			weights = service.download("/models/seed/versions/1/weights");
		}
		Chart chart = new Chart("Memory with networks of the default model's size", "imported and decrypted with",
				"MB resident");
		for (String series : List.of("models", "versions of one model")) {
			List<Chart.Point> megabytes = new ArrayList<>();
			Path copy = Files.createDirectory(this.folder.resolve(series.substring(0, 6)));
			FileSystemUtils.copyRecursively(data, copy);
			try (Service service = GrowthBenchmark.service(copy)) {
				List<Integer> points = List.of(1, 2, 5, 10, 20, 50, 100, 200);
				for (int count = 1; count <= Math.max(1, 200 / GrowthBenchmark.SMALLER); count++) {
					String model = series.equals("models") ? "small-" + count : "small";
					service.upload("/models/" + model + "/weights", weights);
					service.call("POST", "/decrypt", "{\"model\": \"%s\", \"text\": \"ABC\"}".formatted(model));
					if (points.contains(count)) {
						megabytes.add(new Chart.Point(count, megabytesAtRest(service)));
					}
				}
			}
			chart.with(series, megabytes);
		}
		GrowthBenchmark.show("memory", chart);
	}

	/** Without garbage, and without what the JIT needs while it compiles. */
	private static double megabytesAtRest(Service service) throws IOException, InterruptedException {
		service.collect();
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < 10; i++) {
			TrainingLoad.waitUntil(System.nanoTime() + 300_000_000L);
			least = Math.min(least, service.residentMegabytes());
		}
		return least;
	}

}
