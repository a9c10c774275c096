package io.haetae.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A mail server (RFC 5321, as little of it as a sender needs) that behaves as it is told and counts each Message-ID. */
final class FaultyMail implements AutoCloseable {

    /** How it behaves. */
    enum Mode {
        /** Takes what comes. */
        WELL,
        /** Takes the connection and says nothing. */
        SILENT,
        /** Says that it is out of service (421). */
        REFUSES,
        /** Takes the message, and on its first try cuts the line before it says so. */
        CUTS_AFTER_DATA
    }

    private static final int NOT_FOR_LONG = 30;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private volatile Mode mode = Mode.WELL;

    private FaultyMail(ServerSocket server) {
        this.server = server;
    }

    static FaultyMail start() throws IOException {
        FaultyMail mail = new FaultyMail(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        mail.threads.submit(mail::accept);
        return mail;
    }

    int port() {
        return server.getLocalPort();
    }

    void behave(Mode how) {
        mode = how;
    }

    /** Message-IDs it has had, with how often. */
    Map<String, Integer> taken() {
        return taken;
    }

    private Void accept() throws IOException {
        while (!server.isClosed()) {
            Socket caller = server.accept();
            threads.submit(() -> {
                try (caller) {
                    converse(caller);
                }
                return null;
            });
        }
        return null;
    }

    private void converse(Socket caller) throws IOException, InterruptedException {
        if (mode == Mode.SILENT) {
            closed.await(NOT_FOR_LONG, TimeUnit.SECONDS);
            return;
        }
        if (mode == Mode.REFUSES) {
            say(caller, "421 out of service");
            return;
        }
        BufferedReader said =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 mail.invalid");
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            String verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("QUIT")) {
                say(caller, "221 bye");
                return;
            }
            if (verb.equals("DATA")) {
                say(caller, "354 go on");
                if (message(said) && mode == Mode.CUTS_AFTER_DATA) {
                    return;
                }
            }
            say(caller, "250 ok");
        }
    }

    /** Takes a message, and says whether it came for the first time. */
    private boolean message(BufferedReader said) throws IOException {
        boolean first = false;
        for (String line = said.readLine(); line != null && !line.equals("."); line = said.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                first = taken.merge(line.substring("message-id:".length()).strip(), 1, Integer::sum) == 1;
            }
        }
        return first;
    }

    private static void say(Socket caller, String line) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        threads.shutdownNow();
    }
}
