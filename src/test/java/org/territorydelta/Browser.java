package org.territorydelta;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A Chromium without a window that shows one page, driven by its DevTools protocol. What the page
 * complains of is collected from the first byte on.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final long PATIENCE_SECONDS = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private WebSocket socket;
  private int asks;

  private Browser(Process process) {
    this.process = process;
  }

  /** Skips the test where there is no browser. */
  public static Browser open(Path profile) throws Exception {
    var place = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    assumeTrue(
        place.isPresent(),
        "No browser at "
            + PLACES
            + ": the page is not looked at in one. To have it done: apt-get install chromium");
    Process process =
        new ProcessBuilder(
                place.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolveSibling(profile.getFileName() + ".log").toFile())
            .start();
    var browser = new Browser(process);
    try {
      browser.attach(profile.resolve("DevToolsActivePort"));
    } catch (Exception e) {
      browser.close();
      throw e;
    }
    return browser;
  }

  private void attach(Path portFile) throws Exception {
    for (int tries = 0; !Files.exists(portFile) || Files.size(portFile) == 0; tries++) {
      if (tries > PATIENCE_SECONDS * 20 || !process.isAlive()) {
        throw new IOException("Cannot reach the browser: it wrote no " + portFile);
      }
      Thread.sleep(50);
    }
    String port = Files.readAllLines(portFile).get(0).trim();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
            .method("PUT", HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
            .build();
    String target = http.send(request, BodyHandlers.ofString()).body();
    socket =
        http.newWebSocketBuilder()
            .buildAsync(
                URI.create(JSON.readTree(target).path("webSocketDebuggerUrl").asText()),
                new Listener())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      ask(domain + ".enable", Map.of());
    }
  }

  /** Collects what the browser says. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          heard(JSON.readTree(text.toString()));
        } catch (IOException e) {
          complaints.add("unreadable message: " + e.getMessage());
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void heard(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt());
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    JsonNode said = message.path("params");
    switch (message.path("method").asText()) {
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Runtime.exceptionThrown" -> complaints.add(said.path("exceptionDetails").toString());
      case "Log.entryAdded" -> complaints.add(said.path("entry").toString());
      case "Runtime.consoleAPICalled" -> complaints.add(said.toString());
      case "Network.requestWillBeSent" ->
          requests.add(said.path("request").path("url").asText().split("#")[0]);
      default -> {}
    }
  }

  private synchronized JsonNode ask(String method, Map<String, ?> parameters) throws Exception {
    int id = ++asks;
    var answer = new CompletableFuture<JsonNode>();
    asked.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    JsonNode heard = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (heard.has("error")) {
      throw new IOException("Cannot " + method + ": " + heard.path("error"));
    }
    return heard.path("result");
  }

  /** Opens a page as a device of that width would, in light or in dark. */
  public Browser show(Path page, int width, boolean dark) throws Exception {
    look(width, dark);
    ask("Page.navigate", Map.of("url", page.toUri().toString()));
    loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return this;
  }

  /** Shows the same page otherwise. */
  public Browser look(int width, boolean dark) throws Exception {
    boolean isPhone = width < 600;
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            width,
            "height",
            isPhone ? 844 : 900,
            "deviceScaleFactor",
            1,
            "mobile",
            isPhone));
    ask(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    settle();
    return this;
  }

  /** Waits until the page has been drawn again. */
  public void settle() throws Exception {
    ask(
        "Runtime.evaluate",
        Map.of(
            "expression",
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))",
            "awaitPromise",
            true));
  }

  /** Runs a script in the page, and gives nothing back. */
  public void run(String script) throws Exception {
    text("(() => { " + script + "; return ''; })()");
  }

  /** What an expression is, as text. */
  public String text(String expression) throws Exception {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            Map.of("expression", "String(" + expression + ")", "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException("Cannot evaluate " + expression + ": " + answer);
    }
    return answer.path("result").path("value").asText();
  }

  public double number(String expression) throws Exception {
    return Double.parseDouble(text(expression));
  }

  /** Chooses an entry of a list, as a reader would. */
  public void choose(String id, String value) throws Exception {
    text(
        "(() => { const list = document.getElementById('%s'); list.value = '%s'; list.dispatchEvent(new Event('change', {bubbles: true})); return list.value; })()"
            .replaceFirst("%s", id)
            .replaceFirst("%s", value));
    settle();
  }

  /** Presses a key on whatever has the focus. */
  public void press(String key, int code) throws Exception {
    for (String type : List.of("keyDown", "keyUp")) {
      ask(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
    }
    settle();
  }

  /** The whole page as a picture. */
  public void picture(Path file) throws Exception {
    JsonNode size = ask("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
    Map<String, Object> clip =
        Map.of(
            "x", 0,
            "y", 0,
            "width", size.path("width").asDouble(),
            "height", size.path("height").asDouble(),
            "scale", 1);
    JsonNode shot =
        ask(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
  }

  /** The page as it is printed. */
  public byte[] printed() throws Exception {
    JsonNode pdf = ask("Page.printToPDF", Map.of("printBackground", true));
    return Base64.getDecoder().decode(pdf.path("data").asText());
  }

  /** Errors, warnings and whatever else went to the console. */
  public List<String> complaints() {
    return new ArrayList<>(complaints);
  }

  /**
   * Addresses that were asked for; what a page or the browser's own controls hold in {@code data:}
   * is none.
   */
  public List<String> requests() {
    return requests.stream().filter(address -> !address.startsWith("data:")).toList();
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true);
      } else {
        process.destroy();
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
