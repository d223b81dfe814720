namespace Quarterdeck.Bench.Site;

/// <summary>nginx with one worker: serving a file and the same file compressed beforehand, or in front of the website.</summary>
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
        return Start(Page, program, folder, port => $$"""
              gzip_static on; sendfile on; tcp_nopush on; open_file_cache max=100;
              server { listen 127.0.0.1:{{port}}; root {{folder}}/www; }
            """);
    }

    /// <summary>nginx in front of the website, keeping public pages as docs/guide/nginx/quarterdeck.conf says, without TLS.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="folder">Gets its files.</param>
    /// <param name="website">Where the website answers.</param>
    public static Server StartProxy(string program, string folder, Uri website) => Start("/", program, folder, port => $$"""
          proxy_cache_path {{folder}}/cache keys_zone=quarterdeck:10m max_size=1g inactive=1h use_temp_path=off;
          sendfile on; tcp_nopush on;
          upstream quarterdeck { server {{website.Authority}}; keepalive 32; }
          server {
            listen 127.0.0.1:{{port}};
            location / {
              proxy_pass http://quarterdeck; proxy_http_version 1.1; proxy_set_header Connection "";
              proxy_cache quarterdeck; proxy_cache_key "$http_accept_encoding $request_uri"; proxy_ignore_headers Vary;
              proxy_cache_lock on; proxy_cache_revalidate on;
              proxy_cache_bypass $http_cookie $http_authorization; proxy_no_cache $http_cookie $http_authorization;
            }
          }
        """);

    private static Server Start(string path, string program, string folder, Func<int, string> http)
    {
        Directory.CreateDirectory(folder);
        var settings = Path.Combine(folder, "nginx.conf");
        return Server.Start(path, program, port =>
        {
            File.WriteAllText(settings, $$"""
                daemon off;
                master_process off;
                pid {{folder}}/nginx.pid;
                error_log {{folder}}/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off; default_type text/html; keepalive_requests 100000000;
                  client_body_temp_path {{folder}}/1; proxy_temp_path {{folder}}/2; fastcgi_temp_path {{folder}}/3;
                  uwsgi_temp_path {{folder}}/4; scgi_temp_path {{folder}}/5;
                {{http(port)}}
                }
                """);
            return ["-p", folder, "-c", settings];
        });
    }
}
