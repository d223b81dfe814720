using System.Globalization;

namespace Quarterdeck.Bench.Site;

/// <summary>nginx with one worker, serving a file and the same file compressed beforehand.</summary>
internal static class Nginx
{
    public const string Page = "/page.html";

    /// <param name="program">Its path.</param>
    /// <param name="folder">Gets its files.</param>
    /// <param name="plain">The bytes it serves to those who take them plain.</param>
    /// <param name="compressed">And to those who take gzip.</param>
    public static Server Start(string program, string folder, byte[] plain, byte[] compressed)
    {
        Directory.CreateDirectory(Path.Combine(folder, "www"));
        File.WriteAllBytes(Path.Combine(folder, "www" + Page), plain);
        File.WriteAllBytes(Path.Combine(folder, "www" + Page + ".gz"), compressed);
        var settings = Path.Combine(folder, "nginx.conf");
        return Server.Start(Page, program, port =>
        {
            File.WriteAllText(settings, string.Create(CultureInfo.InvariantCulture, $$"""
                daemon off;
                master_process off;
                pid {{folder}}/nginx.pid;
                error_log {{folder}}/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off; default_type text/html; gzip_static on; sendfile on; tcp_nopush on;
                  keepalive_requests 100000000; open_file_cache max=100;
                  client_body_temp_path {{folder}}/1; proxy_temp_path {{folder}}/2; fastcgi_temp_path {{folder}}/3; uwsgi_temp_path {{folder}}/4; scgi_temp_path {{folder}}/5;
                  server { listen 127.0.0.1:{{port}}; root {{folder}}/www; }
                }
                """));
            return ["-p", folder, "-c", settings];
        });
    }
}
